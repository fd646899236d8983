import type { Prisma } from '../generated/client.ts';

/** What a run waits for. */
export interface WaitRow {
  readonly runId: string;
  readonly leadId: string;
  readonly eventName: string;
  readonly filter: unknown;
}

/** What the runs of these leads wait for, as far as it has one of these names (`*` waits for anything). */
export async function findWaits(
  tx: Prisma.TransactionClient,
  leadIds: readonly string[],
  eventNames: readonly string[],
): Promise<readonly WaitRow[]> {
  if (leadIds.length === 0) return [];
  return tx.$queryRaw<WaitRow[]>`
    SELECT "runId", "leadId", "eventName", "filter" FROM "WaitSubscription"
    WHERE "leadId" = ANY(${leadIds}::uuid[]) AND "eventName" = ANY(${[...eventNames, '*']}::text[])`;
}
