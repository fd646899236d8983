import type { Db } from '../create-db.ts';

/** A row of the outbox as the dispatcher sees it. */
export interface OutboxRow {
  readonly id: bigint;
  readonly runId: string;
  readonly kind: string;
  readonly payload: unknown;
  readonly attempts: number;
}

/**
 * Leases due outbox items, oldest first, and counts the attempt. A run is given no signal before its start, so that a
 * signal can never overtake it; among signals the order does not matter. Times are real time.
 */
export async function claimOutboxItems(db: Db, order: { limit: number; now: Date; leaseUntil: Date }): Promise<readonly OutboxRow[]> {
  return db.client.$queryRaw<OutboxRow[]>`
    UPDATE "OutboxItem" SET "dueAt" = ${order.leaseUntil}, "attempts" = "attempts" + 1
    WHERE "id" IN (
      SELECT o."id" FROM "OutboxItem" o
      WHERE o."deliveredAt" IS NULL AND o."dueAt" <= ${order.now}
        AND NOT EXISTS (SELECT 1 FROM "OutboxItem" e WHERE e."runId" = o."runId" AND e."deliveredAt" IS NULL AND e."kind" = 'start' AND e."id" < o."id")
      ORDER BY o."id" LIMIT ${order.limit} FOR UPDATE SKIP LOCKED)
    RETURNING "id", "runId", "kind", "payload", "attempts"`;
}
