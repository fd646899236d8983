import type { Prisma } from '../generated/client.ts';

/** What is known of a lead besides its own row. Instants are ms since 1970. */
export interface LeadFacts {
  readonly tags: readonly { readonly tag: string; readonly weight: number; readonly asOf: number }[];
  /** The newest word per channel and topic; a yes and a no of the same moment are a no (`withdrawn` sorts after `granted`). */
  readonly consents: readonly { readonly channel: string; readonly topic: string; readonly status: string }[];
  /** Suppressed addresses of this lead. */
  readonly suppressions: readonly { readonly channel: string; readonly address: string; readonly reason: string }[];
  /** Colleagues who are friends with the lead on WeCom, longest first. */
  readonly contacts: readonly { readonly staffUserId: string; readonly externalUserId: string }[];
  /** Messages to the lead that went out or are about to, oldest first: what caps count. */
  readonly messages: readonly { readonly channel: string; readonly template: string; readonly topic: string | null; readonly at: number }[];
  /** Newest last. */
  readonly events: readonly { readonly id: string; readonly name: string; readonly at: number; readonly properties: unknown }[];
}

/** Which lead, and which of its events. */
export interface LeadFactsQuestion {
  readonly leadId: string;
  readonly workspaceId: string;
  readonly email: string | null;
  readonly phone: string | null;
  /** Names of events to read; null: all. */
  readonly eventNames: readonly string[] | null;
  /** At most so many events, and so many messages, the newest. */
  readonly limit: number;
}

/** Reads all of it in one round trip. */
export async function readLeadFacts(tx: Prisma.TransactionClient, question: LeadFactsQuestion): Promise<LeadFacts> {
  const { leadId, workspaceId, email, phone, eventNames, limit } = question;
  const [row] = await tx.$queryRaw<{ facts: LeadFacts }[]>`
    WITH contacts AS (
      SELECT "staffUserId", "externalUserId", "addedAt" FROM "WecomContact" WHERE "leadId" = ${leadId}::uuid AND "removedAt" IS NULL
    ), addresses(channel, address) AS (
      VALUES ('email', ${email}::text), ('sms', ${phone}::text) UNION ALL SELECT 'wecom', "externalUserId" FROM contacts
    ), latest AS (
      SELECT DISTINCT ON ("channel", "topic") "channel", "topic", "status" FROM "Consent" WHERE "leadId" = ${leadId}::uuid
      ORDER BY "channel", "topic", "at" DESC, "status" DESC
    ), written AS (
      SELECT "channel", "templateKey", "topic", coalesce("sendingAt", "heldUntil", "plannedAt") AS "wroteAt", "plannedAt", "id" FROM "Message"
      WHERE "leadId" = ${leadId}::uuid AND "channel" IN ('email', 'wecom', 'sms') AND "status" IN ('planned', 'sending', 'sent', 'unknown')
      ORDER BY "plannedAt" DESC, "id" DESC LIMIT ${limit}
    ), recent AS (
      SELECT "id", "name", "occurredAt", "properties" FROM "Event"
      WHERE "leadId" = ${leadId}::uuid AND (${eventNames}::text[] IS NULL OR "name" = ANY(${eventNames}::text[]))
      ORDER BY "occurredAt" DESC, "id" DESC LIMIT ${limit}
    )
    SELECT jsonb_build_object(
      'tags', coalesce((SELECT jsonb_agg(jsonb_build_object('tag', "tag", 'weight', "weight", 'asOf', extract(epoch FROM "asOf") * 1000))
        FROM "LeadTag" WHERE "leadId" = ${leadId}::uuid), '[]'),
      'consents', coalesce((SELECT jsonb_agg(to_jsonb(latest)) FROM latest), '[]'),
      'suppressions', coalesce((SELECT jsonb_agg(jsonb_build_object('channel', s."channel", 'address', s."address", 'reason', s."reason"))
        FROM addresses a JOIN "Suppression" s ON s."workspaceId" = ${workspaceId}::uuid AND s."channel" = a.channel AND s."address" = a.address), '[]'),
      'contacts', coalesce((SELECT jsonb_agg(jsonb_build_object('staffUserId', "staffUserId", 'externalUserId', "externalUserId") ORDER BY "addedAt")
        FROM contacts), '[]'),
      'messages', coalesce((SELECT jsonb_agg(jsonb_build_object('channel', "channel", 'template', "templateKey", 'topic', "topic",
        'at', extract(epoch FROM "wroteAt") * 1000) ORDER BY "wroteAt", "id") FROM written), '[]'),
      'events', coalesce((SELECT jsonb_agg(jsonb_build_object('id', "id", 'name', "name", 'at', extract(epoch FROM "occurredAt") * 1000,
        'properties', "properties") ORDER BY "occurredAt", "id") FROM recent), '[]')
    ) AS facts`;
  if (row === undefined) throw new Error('A query without FROM always answers one row.');
  return row.facts;
}
