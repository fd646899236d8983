import type { Db } from '../create-db.ts';
import { Prisma } from '../generated/client.ts';

/** Which part of a journey's history counts. */
export interface FlowWindow {
  /** Only what was decided since then (workspace clock). */
  readonly since: Date | null;
  /** Only leads on this version. */
  readonly version: number | null;
}

/** How many lines of trails say the same of a step. */
export interface FlowRow {
  readonly nodeId: string;
  readonly kind: string;
  readonly port: string | null;
  readonly count: number;
}

const onVersion = ({ version }: FlowWindow): Prisma.Sql =>
  version === null ? Prisma.empty : Prisma.sql`JOIN "Run" r ON r."id" = t."runId" AND r."version" = ${version}`;

const sinceThen = ({ since }: FlowWindow): Prisma.Sql => (since === null ? Prisma.empty : Prisma.sql`AND t."at" >= ${since}`);

/** How often leads left each step by each port, failed or ended there, within the window. */
export async function readFlow({ client }: Pick<Db, 'client'>, journeyId: string, window: FlowWindow): Promise<readonly FlowRow[]> {
  return client.$queryRaw<FlowRow[]>`
    SELECT t."nodeId", t."kind", t."port", count(*)::int AS "count" FROM "TrailEntry" t ${onVersion(window)}
    WHERE t."journeyId" = ${journeyId}::uuid AND t."kind" IN ('passed', 'ended', 'failed') ${sinceThen(window)}
    GROUP BY 1, 2, 3`;
}

/** How many leads are at each step now that came to it within the window. */
export async function readArrivals(
  { client }: Pick<Db, 'client'>,
  journeyId: string,
  { since, version }: FlowWindow,
): Promise<readonly { readonly nodeId: string; readonly count: number }[]> {
  const arrived =
    since === null
      ? Prisma.empty
      : Prisma.sql`AND EXISTS (
      SELECT 1 FROM "TrailEntry" t WHERE t."runId" = r."id" AND t."nodeId" = r."nodeId" AND t."at" >= ${since})`;
  const on = version === null ? Prisma.empty : Prisma.sql`AND r."version" = ${version}`;
  return client.$queryRaw<{ nodeId: string; count: number }[]>`
    SELECT r."nodeId", count(*)::int AS "count" FROM "Run" r
    WHERE r."journeyId" = ${journeyId}::uuid AND r."status" = 'running' AND r."nodeId" IS NOT NULL ${on} ${arrived} GROUP BY 1`;
}

/** Which runs went through a step, and by which port if one is named. */
export interface ThroughQuestion extends FlowWindow {
  readonly journeyId: string;
  readonly nodeId: string;
  readonly port: string | null;
  /** The last run of the page before. */
  readonly behind: { readonly startedAt: Date; readonly id: string } | null;
  readonly limit: number;
}

/** Runs that left a step, failed or ended there, or (unless a port is named) came to it and are there; the last begun first. */
export async function findRunsThrough(
  { client }: Pick<Db, 'client'>,
  question: ThroughQuestion,
): Promise<{ readonly ids: readonly string[]; readonly total: number }> {
  const { journeyId, nodeId, port, behind, limit, since, version } = question;
  const by = port === null ? Prisma.empty : Prisma.sql`AND t."kind" = 'passed' AND t."port" = ${port}`;
  const on = version === null ? Prisma.empty : Prisma.sql`AND r."version" = ${version}`;
  const matching = Prisma.sql`FROM "Run" r WHERE r."journeyId" = ${journeyId}::uuid ${on} AND EXISTS (
    SELECT 1 FROM "TrailEntry" t WHERE t."runId" = r."id" AND t."nodeId" = ${nodeId} ${sinceThen({ since, version })} ${by})`;
  const after = behind === null ? Prisma.empty : Prisma.sql`AND (r."startedAt", r."id") < (${behind.startedAt}, ${behind.id}::uuid)`;
  const [rows, counted] = await Promise.all([
    client.$queryRaw<{ id: string }[]>`SELECT r."id" ${matching} ${after} ORDER BY r."startedAt" DESC, r."id" DESC LIMIT ${limit}`,
    client.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS "count" ${matching}`,
  ]);
  return { ids: rows.map(({ id }) => id), total: counted[0]?.count ?? 0 };
}
