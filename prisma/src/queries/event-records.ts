import type { Prisma } from '../generated/client.ts';

/** An event to be put on record. Times are ISO 8601. */
export interface NewEvent {
  readonly id: string;
  readonly messageId: string;
  readonly leadId: string | null;
  readonly anonymousId: string | null;
  readonly type: string;
  readonly name: string;
  readonly properties: unknown;
  readonly context: unknown;
  readonly occurredAt: string;
}

/** An event on record. */
export interface EventRecord {
  readonly id: string;
  readonly leadId: string;
  readonly type: string;
  readonly name: string;
  readonly properties: unknown;
  readonly occurredAt: Date;
}

/** Which of these message ids are on record. */
export async function knownMessageIds(
  tx: Prisma.TransactionClient,
  workspaceId: string,
  messageIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ messageId: string }[]>`
    SELECT "messageId" FROM "Event" WHERE "workspaceId" = ${workspaceId}::uuid AND "messageId" = ANY(${messageIds}::text[])`;
  return new Set(rows.map((row) => row.messageId));
}

/** Records events; one whose message id is on record is left out. @returns the ids of those recorded now */
export async function insertEvents(
  tx: Prisma.TransactionClient,
  workspaceId: string,
  events: readonly NewEvent[],
  receivedAt: Date,
): Promise<ReadonlySet<string>> {
  if (events.length === 0) return new Set();
  const rows = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO "Event" ("id", "workspaceId", "messageId", "leadId", "anonymousId", "type", "name", "properties", "context", "occurredAt", "receivedAt")
    SELECT x."id", ${workspaceId}::uuid, x."messageId", x."leadId", x."anonymousId", x."type", x."name", x."properties", x."context",
      x."occurredAt", ${receivedAt}
    FROM jsonb_to_recordset(${JSON.stringify(events)}::jsonb) AS x(
      "id" uuid, "messageId" text, "leadId" uuid, "anonymousId" text, "type" text, "name" text, "properties" jsonb, "context" jsonb,
      "occurredAt" timestamptz)
    ORDER BY x."messageId"
    ON CONFLICT ("workspaceId", "messageId") DO NOTHING
    RETURNING "id"`;
  return new Set(rows.map((row) => row.id));
}

/** Gives a visitor's earlier events to the lead it turned out to be. */
export async function takeOverEvents(
  tx: Prisma.TransactionClient,
  workspaceId: string,
  links: readonly { readonly anonymousId: string; readonly leadId: string }[],
): Promise<readonly EventRecord[]> {
  if (links.length === 0) return [];
  return tx.$queryRaw<EventRecord[]>`
    UPDATE "Event" e SET "leadId" = x.lead
    FROM unnest(${links.map((link) => link.anonymousId)}::text[], ${links.map((link) => link.leadId)}::uuid[]) AS x(visitor, lead)
    WHERE e."workspaceId" = ${workspaceId}::uuid AND e."anonymousId" = x.visitor AND e."leadId" IS NULL
    RETURNING e."id", e."leadId", e."type", e."name", e."properties", e."occurredAt"`;
}

/** One event, if it is the lead's. */
export async function readEvent(tx: Prisma.TransactionClient, leadId: string, eventId: string): Promise<EventRecord | null> {
  const [event] = await tx.$queryRaw<EventRecord[]>`
    SELECT "id", "leadId", "type", "name", "properties", "occurredAt" FROM "Event"
    WHERE "id" = ${eventId}::uuid AND "leadId" = ${leadId}::uuid`;
  return event ?? null;
}
