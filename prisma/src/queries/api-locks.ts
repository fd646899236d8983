import type { Prisma } from '../generated/client.ts';

/** Holds a workspace's row until the transaction ends, so that changes of its clock come one after the other. */
export async function lockWorkspace(tx: Prisma.TransactionClient, workspaceId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Workspace" WHERE "id" = ${workspaceId}::uuid FOR UPDATE`;
}

/** Holds a member's row until the transaction ends, so that what one person asks for at once is counted one by one. */
export async function lockMember(tx: Prisma.TransactionClient, member: { readonly workspaceId: string; readonly userId: string }): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Member" WHERE "workspaceId" = ${member.workspaceId}::uuid AND "userId" = ${member.userId} FOR UPDATE`;
}

/** Holds a journey's row until the transaction ends. @returns the revision of its draft, or null if it is gone */
export async function lockJourney(tx: Prisma.TransactionClient, journeyId: string): Promise<number | null> {
  const [row] = await tx.$queryRaw<{ draftRevision: number }[]>`SELECT "draftRevision" FROM "Journey" WHERE "id" = ${journeyId}::uuid FOR UPDATE`;
  return row?.draftRevision ?? null;
}
