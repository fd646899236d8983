import type { Prisma } from '../generated/client.ts';

/** A message that counts for what may be sent besides it. Instants are ms since 1970. */
export interface SendingRow {
  readonly id: string;
  readonly toLead: boolean;
  readonly channel: string;
  readonly marketing: boolean;
  readonly journeyId: string;
  readonly journeyName: string;
  readonly priority: number;
  /** `pending`: planned, or held until `at`. */
  readonly state: 'gone' | 'pending';
  readonly at: number;
  readonly askedAt: number;
  /** The run's own message that is still pending. */
  readonly own: boolean;
}

/** A lead's hand-off that is not over. */
export interface TalkRow {
  readonly since: number;
  readonly until: number | null;
}

/** Which lead, and how far back. */
export interface SendingQuestion {
  readonly leadId: string;
  readonly runId: string;
  /** Count its other leads' messages, too; null: only the lead's. */
  readonly companyId: string | null;
  /** Messages that left before do not count. */
  readonly since: Date;
  /** States of a hand-off in which an SDR has the lead; none: do not look. */
  readonly talking: readonly string[];
}

/** More messages than any company gets in a window; older ones are left out. */
const MOST_MESSAGES = 5_000;

/**
 * What has been sent to a lead (and its company) lately and what is pending there, and whether an SDR has the lead. What
 * is pending in a paused journey is left out, because nobody knows when it goes on.
 */
export async function readSendingFacts(
  tx: Prisma.TransactionClient,
  question: SendingQuestion,
): Promise<{ readonly messages: readonly SendingRow[]; readonly talk: TalkRow | null }> {
  const { leadId, runId, companyId, since, talking } = question;
  const [row] = await tx.$queryRaw<{ facts: { messages: SendingRow[]; talk: TalkRow | null } }[]>`
    WITH people AS (
      SELECT ${leadId}::uuid AS "id" UNION SELECT "id" FROM "Lead" WHERE "companyId" = ${companyId}::uuid
    ), written AS (
      SELECT m."id", m."leadId" = ${leadId}::uuid AS "toLead", m."channel", m."topic" IS NOT NULL AS "marketing",
        m."journeyId", j."name" AS "journeyName", m."priority", m."runId" = ${runId}::uuid AND m."status" IN ('planned', 'held') AS "own",
        CASE WHEN m."status" IN ('planned', 'held') THEN 'pending' ELSE 'gone' END AS "state",
        CASE WHEN m."status" IN ('planned', 'held') THEN coalesce(m."heldUntil", m."plannedAt") ELSE coalesce(m."sendingAt", m."heldUntil", m."plannedAt") END AS "at",
        m."plannedAt"
      FROM "Message" m JOIN people p ON p."id" = m."leadId" JOIN "Journey" j ON j."id" = m."journeyId"
      WHERE m."channel" IN ('email', 'wecom', 'sms') AND (
        (m."status" IN ('sending', 'sent', 'unknown') AND coalesce(m."sendingAt", m."heldUntil", m."plannedAt") > ${since}::timestamptz)
        OR (m."status" IN ('planned', 'held') AND (j."status" <> 'paused' OR m."runId" = ${runId}::uuid)))
      ORDER BY "at" DESC, m."id" DESC LIMIT ${MOST_MESSAGES}
    )
    SELECT jsonb_build_object(
      'messages', coalesce((SELECT jsonb_agg(jsonb_build_object('id', "id", 'toLead', "toLead", 'channel', "channel", 'marketing', "marketing",
        'journeyId', "journeyId", 'journeyName', "journeyName", 'priority', "priority", 'own', "own", 'state', "state",
        'at', extract(epoch FROM "at") * 1000, 'askedAt', extract(epoch FROM "plannedAt") * 1000)) FROM written), '[]'),
      'talk', (SELECT jsonb_build_object('since', extract(epoch FROM min("createdAt")) * 1000,
          'until', extract(epoch FROM max(coalesce("respondBy", "acceptBy"))) * 1000)
        FROM "Handoff" WHERE "leadId" = ${leadId}::uuid AND "status" = ANY(${[...talking]}::text[]) HAVING count(*) > 0)
    ) AS facts`;
  if (row === undefined) throw new Error('A query without FROM always answers one row.');
  return row.facts;
}

/**
 * Holds a company until the transaction ends, so that its leads' messages are taken one after the other. Whoever holds a
 * lead may ask for its company, and never for another lead afterwards.
 */
export async function lockCompanySending(tx: Prisma.TransactionClient, companyId: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`sending/${companyId}`}, 0))::text`;
}

/**
 * Leaves a signal to look again for the runs whose message is held back: of one lead, or of a whole workspace.
 * @returns how many runs
 */
export async function signalHeldMessages(
  tx: Prisma.TransactionClient,
  whose: { readonly workspaceId: string; readonly leadId: string | null },
  dueAt: Date,
): Promise<number> {
  const { workspaceId, leadId } = whose;
  const count = await tx.$executeRaw`
    INSERT INTO "OutboxItem" ("workspaceId", "runId", "kind", "payload", "dueAt")
    SELECT DISTINCT m."workspaceId", m."runId", 'signal', '{"type":"recheck"}'::jsonb, ${dueAt}::timestamptz FROM "Message" m
    WHERE m."workspaceId" = ${workspaceId}::uuid AND m."status" = 'held' AND (${leadId}::uuid IS NULL OR m."leadId" = ${leadId}::uuid)`;
  if (count > 0) await tx.$executeRaw`SELECT pg_notify('tendril_outbox', '')`;
  return count;
}
