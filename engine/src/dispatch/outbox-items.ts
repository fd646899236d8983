import type { Db } from '@tendril/db';
import { claimOutboxItems } from '@tendril/db/queries';

/** One thing that Temporal has to be told. */
export interface DueItem {
  readonly id: bigint;
  readonly runId: string;
  readonly kind: 'start' | 'signal' | 'cancel' | 'test';
  readonly payload: unknown;
  readonly attempts: number;
}

/** While an item is being delivered nobody else takes it; a dispatcher that dies gives it back after this time (ms). */
const LEASE_MS = 30_000;
/** Longest pause between two tries (ms). */
const LONGEST_PAUSE_MS = 15_000;

/** Takes due items, oldest first, and leases them to this dispatcher. */
export async function claimDueItems(db: Db, order: { limit: number; now: number }): Promise<readonly DueItem[]> {
  const now = new Date(order.now);
  return (await claimOutboxItems(db, { limit: order.limit, now, leaseUntil: new Date(order.now + LEASE_MS) })) as readonly DueItem[];
}

/** Temporal has it. */
export async function markDelivered(db: Db, id: bigint, now: number): Promise<void> {
  await db.client.outboxItem.update({ where: { id }, data: { deliveredAt: new Date(now) } });
}

/** Temporal did not answer: try again after a pause that doubles each time. */
export async function markFailed(db: Db, failure: { id: bigint; attempts: number; error: string; now: number }): Promise<void> {
  const pause = Math.min(LONGEST_PAUSE_MS, 500 * 2 ** Math.min(failure.attempts, 10));
  await db.client.outboxItem.update({
    where: { id: failure.id },
    data: { dueAt: new Date(failure.now + pause), lastError: failure.error.slice(0, 500) },
  });
}
