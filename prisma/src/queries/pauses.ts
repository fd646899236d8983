import type { Prisma } from '../generated/client.ts';

/** Reads a journey's status so that nobody can end its pause before the transaction is over. Null: no such journey. */
export async function holdStatus(tx: Prisma.TransactionClient, journeyId: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ status: string }[]>`SELECT "status" FROM "Journey" WHERE "id" = ${journeyId}::uuid FOR SHARE`;
  return row?.status ?? null;
}

/**
 * Leaves a signal to look again for the runs of a journey: those that a pause has held, the longest held first, or (`all`)
 * every one that has not ended. Their signals fall due evenly over `spreadMs` (real time) from `from` on.
 * @returns how many runs
 */
export async function signalHeldRuns(
  tx: Prisma.TransactionClient,
  order: { readonly journeyId: string; readonly all: boolean; readonly from: Date; readonly spreadMs: number },
): Promise<number> {
  const { journeyId, all, from, spreadMs } = order;
  const count = await tx.$executeRaw`
    INSERT INTO "OutboxItem" ("workspaceId", "runId", "kind", "payload", "dueAt")
    SELECT "workspaceId", "id", 'signal', '{"type":"recheck"}'::jsonb,
      ${from}::timestamptz + (row_number() OVER (ORDER BY "heldSince", "id") - 1) * (${spreadMs}::float8 / count(*) OVER ()) * interval '1 millisecond'
    FROM "Run" WHERE "journeyId" = ${journeyId}::uuid AND "status" = 'running' AND (${all}::boolean OR "heldSince" IS NOT NULL)`;
  await tx.$executeRaw`SELECT pg_notify('tendril_outbox', '')`;
  return count;
}
