import type { Db } from '../create-db.ts';

/** A row of the outbox as the dispatcher sees it. */
export interface OutboxRow {
  readonly id: bigint;
  readonly runId: string;
  readonly kind: string;
  readonly payload: unknown;
  readonly attempts: number;
}

/** The share of a claim that is kept for items of a bulk: they go on, and nobody else waits for all of them. */
const BULK_SHARE = 0.25;

/**
 * Leases due outbox items and counts the attempt: oldest first, but of many left at once (`bulk`) only as many as others
 * leave room for, and a quarter of the claim at least. A run is given no signal before its start, so that a signal can
 * never overtake it; among signals the order does not matter. Times are real time.
 */
export async function claimOutboxItems(db: Db, order: { limit: number; now: Date; leaseUntil: Date }): Promise<readonly OutboxRow[]> {
  const kept = Math.ceil(order.limit * BULK_SHARE);
  const bulk = await claim(db, { ...order, limit: kept, bulk: true });
  const others = await claim(db, { ...order, limit: order.limit - bulk.length, bulk: false });
  const room = order.limit - bulk.length - others.length;
  const more = bulk.length === kept && room > 0 ? await claim(db, { ...order, limit: room, bulk: true }) : [];
  return [...others, ...bulk, ...more];
}

function claim(db: Db, order: { limit: number; now: Date; leaseUntil: Date; bulk: boolean }): Promise<readonly OutboxRow[]> {
  return db.client.$queryRaw<OutboxRow[]>`
    UPDATE "OutboxItem" SET "dueAt" = ${order.leaseUntil}, "attempts" = "attempts" + 1
    WHERE "id" IN (
      SELECT o."id" FROM "OutboxItem" o
      WHERE o."deliveredAt" IS NULL AND o."bulk" = ${order.bulk} AND o."dueAt" <= ${order.now}
        AND NOT EXISTS (SELECT 1 FROM "OutboxItem" e WHERE e."runId" = o."runId" AND e."deliveredAt" IS NULL AND e."kind" = 'start' AND e."id" < o."id")
      ORDER BY o."id" LIMIT ${order.limit} FOR UPDATE SKIP LOCKED)
    RETURNING "id", "runId", "kind", "payload", "attempts"`;
}
