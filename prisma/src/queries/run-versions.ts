import type { Prisma } from '../generated/client.ts';

/**
 * Takes waiting runs over to another version of their journey in one statement. With `keeps`, each wait ends when it would
 * have; without, its end is computed anew. A mark to go over later is forgotten.
 */
export async function changeRunVersions(
  tx: Prisma.TransactionClient,
  change: { readonly runIds: readonly string[]; readonly version: number; readonly programHash: string; readonly keeps: boolean },
): Promise<void> {
  const { runIds, version, programHash, keeps } = change;
  if (runIds.length === 0) return;
  await tx.$executeRaw`
    UPDATE "Run" SET "version" = ${version}, "programHash" = ${programHash}, "moveTo" = NULL,
      "cursor" = CASE WHEN ${keeps}::boolean THEN jsonb_set("cursor", '{keepsUntil}', "cursor"->'waitsUntil') ELSE "cursor" - 'keepsUntil' END
    WHERE "id" = ANY(${[...runIds]}::uuid[])`;
}
