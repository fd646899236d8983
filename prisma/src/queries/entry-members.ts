import type { Prisma } from '../generated/client.ts';

/** An entry that watches what leads are. */
export interface MemberEntry {
  readonly journeyId: string;
  readonly nodeId: string;
}

/** A statement that answers the ids (`id`) of leads, with its parameters. */
export interface LeadIdsQuery {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Notes everybody whom the statement answers as a member. */
export async function addMatchingMembers(tx: Prisma.TransactionClient, { journeyId, nodeId }: MemberEntry, matching: LeadIdsQuery): Promise<void> {
  const { text, values } = matching;
  const [journey, node] = [`$${values.length + 1}::uuid`, `$${values.length + 2}::text`];
  await tx.$executeRawUnsafe(
    `INSERT INTO "EntryMember" ("journeyId", "nodeId", "leadId") SELECT ${journey}, ${node}, m."id" FROM (${text}) m ON CONFLICT DO NOTHING`,
    ...values,
    journeyId,
    nodeId,
  );
}

/** Leads that match and are no members, or are members and do not match; in the order of their ids, behind `after`. */
export async function findStrayLeads(
  tx: Prisma.TransactionClient,
  { journeyId, nodeId }: MemberEntry,
  { matching, after, limit }: { readonly matching: LeadIdsQuery; readonly after: string | null; readonly limit: number },
): Promise<readonly string[]> {
  const { text, values } = matching;
  const [journey, node, most, last] = [1, 2, 3, 4].map((nth) => `$${values.length + nth}`);
  const rows = await tx.$queryRawUnsafe<{ id: string }[]>(
    `SELECT coalesce(m."id", e."leadId") AS "id" FROM (${text}) m
     FULL JOIN (SELECT "leadId" FROM "EntryMember" WHERE "journeyId" = ${journey}::uuid AND "nodeId" = ${node}::text) e ON e."leadId" = m."id"
     WHERE (m."id" IS NULL OR e."leadId" IS NULL) AND (${last}::uuid IS NULL OR coalesce(m."id", e."leadId") > ${last}::uuid)
     ORDER BY 1 LIMIT ${most}::int`,
    ...values,
    journeyId,
    nodeId,
    limit,
    after,
  );
  return rows.map(({ id }) => id);
}

/** Those of these leads whom the statement answers. */
export async function findAmong(
  tx: Prisma.TransactionClient,
  leadIds: readonly string[],
  { text, values }: LeadIdsQuery,
): Promise<readonly string[]> {
  const rows = await tx.$queryRawUnsafe<{ id: string }[]>(
    `SELECT m."id" FROM (${text}) m WHERE m."id" = ANY($${values.length + 1}::uuid[])`,
    ...values,
    leadIds,
  );
  return rows.map(({ id }) => id);
}

/** The next leads whom the statement answers, in the order of their ids, behind `after`. */
export async function findNext(
  tx: Prisma.TransactionClient,
  { matching, after, limit }: { readonly matching: LeadIdsQuery; readonly after: string | null; readonly limit: number },
): Promise<readonly string[]> {
  const { text, values } = matching;
  const [last, most] = [1, 2].map((nth) => `$${values.length + nth}`);
  const rows = await tx.$queryRawUnsafe<{ id: string }[]>(
    `SELECT m."id" FROM (${text}) m WHERE ${last}::uuid IS NULL OR m."id" > ${last}::uuid ORDER BY m."id" LIMIT ${most}::int`,
    ...values,
    after,
    limit,
  );
  return rows.map(({ id }) => id);
}

/** Leads whom the statement answers and who never were in a journey. */
export async function findStrangers(tx: Prisma.TransactionClient, journeyId: string, { text, values }: LeadIdsQuery): Promise<readonly string[]> {
  const journey = `$${values.length + 1}::uuid`;
  const rows = await tx.$queryRawUnsafe<{ id: string }[]>(
    `SELECT m."id" FROM (${text}) m WHERE NOT EXISTS (SELECT 1 FROM "Run" r WHERE r."journeyId" = ${journey} AND r."leadId" = m."id")`,
    ...values,
    journeyId,
  );
  return rows.map(({ id }) => id);
}

/** Makes everybody else who lets leads in by this entry wait until the transaction ends. */
export async function lockEntry(tx: Prisma.TransactionClient, { journeyId, nodeId }: MemberEntry): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`entry/${journeyId}/${nodeId}`}, 0))`;
}
