import type { Db } from '../create-db.ts';

/** What became of the leads that came into one version of a journey. */
export interface VersionCountRow {
  readonly version: number;
  readonly entered: number;
  readonly failure: number;
  readonly unsubscribe: number;
  readonly goal: number;
}

/**
 * Counts the leads that came into these versions since an instant: with a step that failed or a message that could not be
 * sent; who unsubscribed after coming in; whose run ended with this outcome.
 */
export async function countVersions(
  { client }: Pick<Db, 'client'>,
  asked: { readonly journeyId: string; readonly versions: readonly number[]; readonly since: Date; readonly goalOutcome: string },
): Promise<readonly VersionCountRow[]> {
  const { journeyId, versions, since, goalOutcome } = asked;
  return client.$queryRaw<VersionCountRow[]>`
    SELECT r."version",
      count(*)::int AS "entered",
      (count(*) FILTER (WHERE EXISTS (SELECT 1 FROM "TrailEntry" t WHERE t."runId" = r."id" AND t."kind" = 'failed')
        OR EXISTS (SELECT 1 FROM "Message" m WHERE m."runId" = r."id" AND m."status" = 'failed')))::int AS "failure",
      (count(*) FILTER (WHERE EXISTS (SELECT 1 FROM "Event" e
        WHERE e."leadId" = r."leadId" AND e."name" = 'Unsubscribed' AND e."occurredAt" >= r."startedAt")))::int AS "unsubscribe",
      (count(*) FILTER (WHERE r."outcome" = ${goalOutcome}))::int AS "goal"
    FROM "Run" r
    WHERE r."journeyId" = ${journeyId}::uuid AND r."version" = ANY(${[...versions]}::int[]) AND r."startedAt" >= ${since}
    GROUP BY r."version"`;
}
