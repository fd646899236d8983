import type { Prisma } from '../generated/client.ts';

/** Something Temporal has to be told. */
export interface NewOutboxItem {
  readonly runId: string;
  /** `test` starts the test of a message; its `runId` is the test's id. */
  readonly kind: 'start' | 'signal' | 'cancel' | 'test';
  readonly payload: unknown;
  /** One of many starts that may wait behind what others left. */
  readonly bulk?: boolean;
}

/** Leaves items for the dispatcher and wakes it once the transaction is committed. `dueAt` is real time. */
export async function insertOutboxItems(
  tx: Prisma.TransactionClient,
  workspaceId: string,
  items: readonly NewOutboxItem[],
  dueAt: Date,
): Promise<void> {
  if (items.length === 0) return;
  await tx.$executeRaw`
    WITH added AS (
      INSERT INTO "OutboxItem" ("workspaceId", "runId", "kind", "payload", "dueAt", "bulk")
      SELECT ${workspaceId}::uuid, x."runId", x."kind", x."payload", ${dueAt}, coalesce(x."bulk", false)
      FROM jsonb_to_recordset(${JSON.stringify(items)}::jsonb) AS x("runId" uuid, "kind" text, "payload" jsonb, "bulk" boolean)
      RETURNING 1
    ) SELECT pg_notify('tendril_outbox', '') FROM (SELECT count(*) FROM added) counted`;
}

/** Leaves a signal to look again for every waiting run of a workspace. @returns how many runs */
export async function signalWaitingRuns(tx: Prisma.TransactionClient, workspaceId: string, dueAt: Date): Promise<number> {
  const count = await tx.$executeRaw`
    INSERT INTO "OutboxItem" ("workspaceId", "runId", "kind", "payload", "dueAt")
    SELECT "workspaceId", "id", 'signal', '{"type":"recheck"}'::jsonb, ${dueAt} FROM "Run"
    WHERE "workspaceId" = ${workspaceId}::uuid AND "status" = 'running' AND "wakeAt" IS NOT NULL`;
  await tx.$executeRaw`SELECT pg_notify('tendril_outbox', '')`;
  return count;
}
