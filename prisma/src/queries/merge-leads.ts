import type { Prisma } from '../generated/client.ts';

/** Runs that could not both go on when two leads became one. */
export interface CollidingRun {
  readonly id: string;
}

/**
 * Moves everything that belongs to one lead to another and leaves the first as a signpost. Both are locked. A run of the
 * absorbed lead keeps a key of its own if the other lead has been in the journey under the same key.
 * @returns the absorbed lead's running runs of journeys in which the other lead is under way, too: they must be ended
 */
export async function moveLead(
  tx: Prisma.TransactionClient,
  lead: { readonly from: string; readonly to: string; readonly at: Date },
): Promise<readonly CollidingRun[]> {
  const { from, to, at } = lead;
  const colliding = await tx.$queryRaw<CollidingRun[]>`
    SELECT a."id" FROM "Run" a JOIN "Run" b ON b."journeyId" = a."journeyId" AND b."leadId" = ${to}::uuid AND b."status" = 'running'
    WHERE a."leadId" = ${from}::uuid AND a."status" = 'running'`;
  await tx.$executeRaw`
    UPDATE "Run" r SET "entryKey" = r."entryKey" || '~' || r."id"
    WHERE r."leadId" = ${from}::uuid
      AND EXISTS (SELECT 1 FROM "Run" o WHERE o."journeyId" = r."journeyId" AND o."leadId" = ${to}::uuid AND o."entryKey" = r."entryKey")`;
  await tx.$executeRaw`UPDATE "Run" SET "leadId" = ${to}::uuid WHERE "leadId" = ${from}::uuid`;
  await tx.$executeRaw`UPDATE "WaitSubscription" SET "leadId" = ${to}::uuid WHERE "leadId" = ${from}::uuid`;
  await tx.$executeRaw`UPDATE "LeadIdentity" SET "leadId" = ${to}::uuid WHERE "leadId" = ${from}::uuid`;
  await tx.$executeRaw`UPDATE "Event" SET "leadId" = ${to}::uuid WHERE "leadId" = ${from}::uuid`;
  await tx.$executeRaw`UPDATE "ScoreEntry" SET "leadId" = ${to}::uuid WHERE "leadId" = ${from}::uuid`;
  await tx.$executeRaw`UPDATE "Consent" SET "leadId" = ${to}::uuid WHERE "leadId" = ${from}::uuid`;
  await tx.$executeRaw`UPDATE "WecomContact" SET "leadId" = ${to}::uuid WHERE "leadId" = ${from}::uuid`;
  await tx.$executeRaw`UPDATE "Message" SET "leadId" = ${to}::uuid WHERE "leadId" = ${from}::uuid`;
  await tx.$executeRaw`UPDATE "Handoff" SET "leadId" = ${to}::uuid WHERE "leadId" = ${from}::uuid`;
  await tx.$executeRaw`UPDATE "TrailEntry" SET "leadId" = ${to}::uuid WHERE "leadId" = ${from}::uuid`;
  await tx.$executeRaw`
    INSERT INTO "LeadTag" ("leadId", "tag", "weight", "asOf") SELECT ${to}::uuid, "tag", "weight", "asOf" FROM "LeadTag" WHERE "leadId" = ${from}::uuid
    ON CONFLICT ("leadId", "tag") DO UPDATE SET "weight" = greatest("LeadTag"."weight", excluded."weight"), "asOf" = greatest("LeadTag"."asOf", excluded."asOf")`;
  await tx.$executeRaw`
    INSERT INTO "EntryMember" ("journeyId", "nodeId", "leadId") SELECT "journeyId", "nodeId", ${to}::uuid FROM "EntryMember" WHERE "leadId" = ${from}::uuid
    ON CONFLICT DO NOTHING`;
  await tx.$executeRaw`DELETE FROM "EntryMember" WHERE "leadId" = ${from}::uuid`;
  await tx.$executeRaw`
    UPDATE "EntryQueue" q SET "leadId" = ${to}::uuid WHERE q."leadId" = ${from}::uuid AND NOT EXISTS (
      SELECT 1 FROM "EntryQueue" o WHERE o."journeyId" = q."journeyId" AND o."nodeId" = q."nodeId" AND o."leadId" = ${to}::uuid)`;
  await tx.$executeRaw`DELETE FROM "EntryQueue" WHERE "leadId" = ${from}::uuid`;
  await tx.$executeRaw`DELETE FROM "EntryRefusal" WHERE "leadId" = ${from}::uuid`;
  await tx.$executeRaw`DELETE FROM "LeadTag" WHERE "leadId" = ${from}::uuid`;
  await tx.$executeRaw`UPDATE "Lead" SET "mergedInto" = ${to}::uuid, "updatedAt" = ${at} WHERE "id" = ${from}::uuid`;
  return colliding;
}
