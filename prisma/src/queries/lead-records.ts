import { Prisma } from '../generated/client.ts';

/** A lead and its company as one row. */
export interface LeadRecord {
  readonly id: string;
  readonly workspaceId: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly title: string | null;
  readonly city: string | null;
  readonly region: string | null;
  readonly industry: string | null;
  readonly source: string | null;
  readonly owner: string | null;
  readonly stage: string;
  readonly pool: string;
  readonly locale: string | null;
  readonly timeZone: string | null;
  readonly attributes: unknown;
  readonly scores: unknown;
  readonly lastSeenAt: Date | null;
  readonly mergedInto: string | null;
  readonly createdAt: Date;
  readonly companyId: string | null;
  readonly companyName: string | null;
  readonly companyIndustry: string | null;
  readonly companySize: string | null;
  readonly companyDomain: string | null;
  readonly companyAttributes: unknown;
}

/** What is written back of a lead. Times are ISO 8601. */
export interface LeadUpdate {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly title: string | null;
  readonly city: string | null;
  readonly region: string | null;
  readonly industry: string | null;
  readonly source: string | null;
  readonly owner: string | null;
  readonly stage: string;
  readonly pool: string;
  readonly locale: string | null;
  readonly timeZone: string | null;
  readonly attributes: unknown;
  readonly scores: unknown;
  readonly scoreTotal: number;
  readonly grade: string | null;
  readonly lastSeenAt: string | null;
  readonly companyId: string | null;
}

const COLUMNS = Prisma.sql`
  l."id", l."workspaceId", l."name", l."email", l."phone", l."title", l."city", l."region", l."industry", l."source", l."owner",
  l."stage", l."pool", l."locale", l."timeZone", l."attributes", l."scores", l."lastSeenAt", l."mergedInto", l."createdAt",
  l."companyId", c."name" AS "companyName", c."industry" AS "companyIndustry", c."size" AS "companySize",
  c."domain" AS "companyDomain", c."attributes" AS "companyAttributes"`;

/** Locks leads of a workspace until the transaction ends, in the order of their ids so that two batches never wait for each other. */
export async function lockLeads(tx: Prisma.TransactionClient, workspaceId: string, ids: readonly string[]): Promise<readonly LeadRecord[]> {
  return tx.$queryRaw<LeadRecord[]>`
    SELECT ${COLUMNS} FROM "Lead" l LEFT JOIN "Company" c ON c."id" = l."companyId"
    WHERE l."workspaceId" = ${workspaceId}::uuid AND l."id" = ANY(${ids}::uuid[])
    ORDER BY l."id" FOR UPDATE OF l`;
}

/** Locks the lead of a run. Empty if there is no such run. */
export async function lockLeadOfRun(tx: Prisma.TransactionClient, runId: string): Promise<LeadRecord | null> {
  const [lead] = await tx.$queryRaw<LeadRecord[]>`
    SELECT ${COLUMNS} FROM "Lead" l LEFT JOIN "Company" c ON c."id" = l."companyId"
    WHERE l."id" = (SELECT r."leadId" FROM "Run" r WHERE r."id" = ${runId}::uuid) FOR UPDATE OF l`;
  return lead ?? null;
}

/** Reads a lead without locking it. */
export async function readLead(tx: Prisma.TransactionClient, workspaceId: string, id: string): Promise<LeadRecord | null> {
  const [lead] = await tx.$queryRaw<LeadRecord[]>`
    SELECT ${COLUMNS} FROM "Lead" l LEFT JOIN "Company" c ON c."id" = l."companyId"
    WHERE l."workspaceId" = ${workspaceId}::uuid AND l."id" = ${id}::uuid`;
  return lead ?? null;
}

/** Makes empty leads. Their fields are filled by `saveLeads`. */
export async function insertLeads(
  tx: Prisma.TransactionClient,
  workspaceId: string,
  leads: readonly { readonly id: string; readonly createdAt: string }[],
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Lead" ("id", "workspaceId", "createdAt", "updatedAt")
    SELECT x."id", ${workspaceId}::uuid, x."createdAt", x."createdAt"
    FROM jsonb_to_recordset(${JSON.stringify(leads)}::jsonb) AS x("id" uuid, "createdAt" timestamptz)`;
}

/** Writes locked leads back. */
export async function saveLeads(tx: Prisma.TransactionClient, leads: readonly LeadUpdate[], updatedAt: Date): Promise<void> {
  if (leads.length === 0) return;
  await tx.$executeRaw`
    UPDATE "Lead" l SET
      "name" = x."name", "email" = x."email", "phone" = x."phone", "title" = x."title", "city" = x."city", "region" = x."region",
      "industry" = x."industry", "source" = x."source", "owner" = x."owner", "stage" = x."stage", "pool" = x."pool",
      "locale" = x."locale", "timeZone" = x."timeZone", "attributes" = x."attributes", "scores" = x."scores",
      "scoreTotal" = x."scoreTotal", "grade" = x."grade", "lastSeenAt" = x."lastSeenAt", "companyId" = x."companyId",
      "updatedAt" = ${updatedAt}
    FROM jsonb_to_recordset(${JSON.stringify(leads)}::jsonb) AS x(
      "id" uuid, "name" text, "email" text, "phone" text, "title" text, "city" text, "region" text, "industry" text, "source" text,
      "owner" text, "stage" text, "pool" text, "locale" text, "timeZone" text, "attributes" jsonb, "scores" jsonb,
      "scoreTotal" float8, "grade" text, "lastSeenAt" timestamptz, "companyId" uuid)
    WHERE l."id" = x."id"`;
}
