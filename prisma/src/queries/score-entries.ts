import type { Prisma } from '../generated/client.ts';

/** A ledger row to be written. `at` is ISO 8601. */
export interface NewScoreEntry {
  readonly id: string;
  readonly leadId: string;
  readonly dimension: string;
  readonly points: number;
  readonly ruleKey: string | null;
  readonly reason: unknown;
  readonly eventId: string | null;
  readonly at: string;
}

/** Appends rows to the ledger of points. */
export async function insertScoreEntries(tx: Prisma.TransactionClient, workspaceId: string, entries: readonly NewScoreEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "ScoreEntry" ("id", "workspaceId", "leadId", "dimension", "points", "ruleKey", "reason", "eventId", "at")
    SELECT x."id", ${workspaceId}::uuid, x."leadId", x."dimension", x."points", x."ruleKey", x."reason", x."eventId", x."at"
    FROM jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) AS x(
      "id" uuid, "leadId" uuid, "dimension" text, "points" float8, "ruleKey" text, "reason" jsonb, "eventId" uuid, "at" timestamptz)
    ON CONFLICT ("leadId", "ruleKey", "eventId") DO NOTHING`;
}

/** When rules have hit leads within a stretch of time, for cool-downs. */
export async function findHits(
  tx: Prisma.TransactionClient,
  wanted: { readonly leadIds: readonly string[]; readonly ruleKeys: readonly string[]; readonly from: Date; readonly to: Date },
): Promise<readonly { readonly leadId: string; readonly ruleKey: string; readonly at: Date }[]> {
  if (wanted.leadIds.length === 0 || wanted.ruleKeys.length === 0) return [];
  return tx.$queryRaw`
    SELECT "leadId", "ruleKey", "at" FROM "ScoreEntry"
    WHERE "leadId" = ANY(${wanted.leadIds}::uuid[]) AND "at" BETWEEN ${wanted.from} AND ${wanted.to} AND "ruleKey" = ANY(${wanted.ruleKeys}::text[])`;
}

/** All points that rules have given and taken, per lead and rule. */
export async function sumPoints(
  tx: Prisma.TransactionClient,
  leadIds: readonly string[],
  ruleKeys: readonly string[],
): Promise<readonly { readonly leadId: string; readonly ruleKey: string; readonly points: number }[]> {
  if (leadIds.length === 0 || ruleKeys.length === 0) return [];
  return tx.$queryRaw`
    SELECT "leadId", "ruleKey", sum("points") AS "points" FROM "ScoreEntry"
    WHERE "leadId" = ANY(${leadIds}::uuid[]) AND "ruleKey" = ANY(${ruleKeys}::text[]) GROUP BY "leadId", "ruleKey"`;
}

/** The rows of one rule, for a few leads. */
export async function findEntries(
  tx: Prisma.TransactionClient,
  leadIds: readonly string[],
  ruleKey: string,
): Promise<readonly { readonly leadId: string; readonly dimension: string; readonly points: number; readonly at: Date }[]> {
  if (leadIds.length === 0) return [];
  return tx.$queryRaw`
    SELECT "leadId", "dimension", "points", "at" FROM "ScoreEntry" WHERE "leadId" = ANY(${leadIds}::uuid[]) AND "ruleKey" = ${ruleKey}`;
}
