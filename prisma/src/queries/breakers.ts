import type { Prisma } from '../generated/client.ts';

/** Sends and faults of a scope. */
export interface SendCount {
  readonly tries: number;
  readonly faults: number;
}

/**
 * Counts one send in its minute and answers the sum of the minutes since `since`, this one included.
 * @param count.minute real time, at a full minute
 */
export async function tallySend(
  tx: Prisma.TransactionClient,
  count: { readonly workspaceId: string; readonly scope: string; readonly minute: Date; readonly since: Date; readonly isFault: boolean },
): Promise<SendCount> {
  const { workspaceId, scope, minute, since, isFault } = count;
  await tx.$executeRaw`
    INSERT INTO "SendTally" ("workspaceId", "scope", "minute", "tries", "faults") VALUES (${workspaceId}::uuid, ${scope}, ${minute}, 1, ${isFault ? 1 : 0})
    ON CONFLICT ("workspaceId", "scope", "minute") DO UPDATE SET "tries" = "SendTally"."tries" + 1, "faults" = "SendTally"."faults" + EXCLUDED."faults"`;
  const [sum] = await tx.$queryRaw<SendCount[]>`
    SELECT sum("tries")::int AS "tries", sum("faults")::int AS "faults" FROM "SendTally"
    WHERE "workspaceId" = ${workspaceId}::uuid AND "scope" = ${scope} AND "minute" >= ${since}`;
  return sum ?? { tries: 0, faults: 0 };
}

/**
 * Leaves a signal to look again for runs of live journeys that stand still because a channel is stopped, the longest held
 * first. Their signals fall due `everyMs` (real time) apart from `from` on.
 * @param order.most how many at most; all if null
 * @returns how many runs
 */
export async function signalRunsOfChannel(
  tx: Prisma.TransactionClient,
  order: { readonly workspaceId: string; readonly channel: string; readonly from: Date; readonly everyMs: number; readonly most: number | null },
): Promise<number> {
  const { workspaceId, channel, from, everyMs, most } = order;
  const count = await tx.$executeRaw`
    INSERT INTO "OutboxItem" ("workspaceId", "runId", "kind", "payload", "dueAt")
    SELECT held."workspaceId", held."id", 'signal', '{"type":"recheck"}'::jsonb,
      ${from}::timestamptz + (row_number() OVER (ORDER BY held."heldSince", held."id") - 1) * ${everyMs}::float8 * interval '1 millisecond'
    FROM (
      SELECT DISTINCT run."workspaceId", run."id", run."heldSince" FROM "Run" run
      JOIN "Journey" journey ON journey."id" = run."journeyId" AND journey."status" = 'live'
      JOIN "Message" message ON message."runId" = run."id" AND message."status" = 'planned' AND message."channel" = ${channel}
      WHERE run."workspaceId" = ${workspaceId}::uuid AND run."status" = 'running' AND run."heldSince" IS NOT NULL
      ORDER BY run."heldSince", run."id" LIMIT ${most}::bigint
    ) held`;
  await tx.$executeRaw`SELECT pg_notify('tendril_outbox', '')`;
  return count;
}
