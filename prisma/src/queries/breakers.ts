import type { Prisma } from '../generated/client.ts';

/** Sends and faults of a scope in a window, and the message that tries it if its breaker is open. */
export interface SendCount {
  readonly scope: string;
  readonly tries: number;
  readonly faults: number;
  readonly isOpen: boolean;
  readonly probeId: string | null;
}

/**
 * Counts one send for each scope in its minute and answers the sums of the minutes since `since`, this one included: all in one
 * statement, because every message that goes out asks.
 * @param count.minute real time, at a full minute
 */
export async function tallySends(
  tx: Prisma.TransactionClient,
  count: {
    readonly workspaceId: string;
    readonly minute: Date;
    readonly since: Date;
    readonly of: readonly { readonly scope: string; readonly faults: 0 | 1 }[];
  },
): Promise<readonly SendCount[]> {
  const { workspaceId, minute, since, of } = count;
  if (of.length === 0) return [];
  return tx.$queryRaw<SendCount[]>`
    WITH added AS (
      INSERT INTO "SendTally" ("workspaceId", "scope", "minute", "tries", "faults")
      SELECT ${workspaceId}::uuid, x."scope", ${minute}, 1, x."faults"
      FROM jsonb_to_recordset(${JSON.stringify(of)}::jsonb) AS x("scope" text, "faults" int) ORDER BY x."scope"
      ON CONFLICT ("workspaceId", "scope", "minute")
      DO UPDATE SET "tries" = "SendTally"."tries" + 1, "faults" = "SendTally"."faults" + EXCLUDED."faults"
      RETURNING "scope", "tries", "faults"
    )
    SELECT added."scope", (added."tries" + coalesce(sum(earlier."tries"), 0))::int AS "tries",
      (added."faults" + coalesce(sum(earlier."faults"), 0))::int AS "faults",
      breaker."scope" IS NOT NULL AS "isOpen", breaker."probeId"
    FROM added
    LEFT JOIN "SendTally" earlier ON earlier."workspaceId" = ${workspaceId}::uuid AND earlier."scope" = added."scope"
      AND earlier."minute" >= ${since} AND earlier."minute" <> ${minute}
    LEFT JOIN "Breaker" breaker ON breaker."workspaceId" = ${workspaceId}::uuid AND breaker."scope" = added."scope" AND breaker."closedAt" IS NULL
    GROUP BY added."scope", added."tries", added."faults", breaker."scope", breaker."probeId"`;
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
