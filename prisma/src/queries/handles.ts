import type { Prisma } from '../generated/client.ts';

/** A handle by which a lead is recognised, already normalised. */
export interface HandleRow {
  readonly kind: string;
  readonly value: string;
  readonly leadId: string;
}

/**
 * Holds visitors still until the transaction ends: whoever links an anonymous id waits for those who record its events,
 * and the other way round, so that no event of a visitor stays behind when the visitor is identified.
 */
export async function lockVisitors(
  tx: Prisma.TransactionClient,
  workspaceId: string,
  visitors: { seen: readonly string[]; linked: readonly string[] },
) {
  if (visitors.linked.length > 0) {
    await tx.$executeRaw`
      SELECT pg_advisory_xact_lock(hashtextextended(v, 0))
      FROM (SELECT DISTINCT ${workspaceId} || '/' || a AS v FROM unnest(${visitors.linked}::text[]) a ORDER BY 1) s`;
  }
  if (visitors.seen.length > 0) {
    await tx.$executeRaw`
      SELECT pg_advisory_xact_lock_shared(hashtextextended(v, 0))
      FROM (SELECT DISTINCT ${workspaceId} || '/' || a AS v FROM unnest(${visitors.seen}::text[]) a ORDER BY 1) s`;
  }
}

/** Whose handles these are; unknown ones are left out. */
export async function findHandles(
  tx: Prisma.TransactionClient,
  workspaceId: string,
  handles: readonly { readonly kind: string; readonly value: string }[],
): Promise<readonly HandleRow[]> {
  if (handles.length === 0) return [];
  return tx.$queryRaw<HandleRow[]>`
    SELECT i."kind", i."value", i."leadId" FROM "LeadIdentity" i
    JOIN unnest(${handles.map((handle) => handle.kind)}::text[], ${handles.map((handle) => handle.value)}::text[]) AS x(kind, value)
      ON i."workspaceId" = ${workspaceId}::uuid AND i."kind" = x.kind AND i."value" = x.value`;
}

/** Gives leads handles. @returns how many were free; fewer than asked means that somebody else was faster */
export async function insertHandles(tx: Prisma.TransactionClient, workspaceId: string, handles: readonly HandleRow[]): Promise<number> {
  if (handles.length === 0) return 0;
  return tx.$executeRaw`
    INSERT INTO "LeadIdentity" ("workspaceId", "kind", "value", "leadId")
    SELECT ${workspaceId}::uuid, x."kind", x."value", x."leadId"
    FROM jsonb_to_recordset(${JSON.stringify(handles)}::jsonb) AS x("kind" text, "value" text, "leadId" uuid)
    ORDER BY x."kind", x."value"
    ON CONFLICT DO NOTHING`;
}
