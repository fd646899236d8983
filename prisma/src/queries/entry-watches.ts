import type { Prisma } from '../generated/client.ts';
import type { MemberEntry } from './entry-members.ts';

/** How far an entry by time has been watched. */
export interface EntryWatchRow {
  readonly since: Date;
  readonly until: Date | null;
  readonly cursor: string | null;
}

/** Holds the watch of an entry until the transaction ends; one that is new begins at `now`. Null if another process holds it. */
export async function holdWatch(tx: Prisma.TransactionClient, { journeyId, nodeId }: MemberEntry, now: Date): Promise<EntryWatchRow | null> {
  await tx.$executeRaw`INSERT INTO "EntryWatch" ("journeyId", "nodeId", "since") VALUES (${journeyId}::uuid, ${nodeId}, ${now}) ON CONFLICT DO NOTHING`;
  const rows = await tx.$queryRaw<EntryWatchRow[]>`
    SELECT "since", "until", "cursor" FROM "EntryWatch" WHERE "journeyId" = ${journeyId}::uuid AND "nodeId" = ${nodeId} FOR UPDATE SKIP LOCKED`;
  return rows[0] ?? null;
}
