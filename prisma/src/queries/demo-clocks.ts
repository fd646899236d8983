import type { Prisma } from '../generated/client.ts';

type Client = Pick<Prisma.TransactionClient, '$executeRaw' | '$queryRaw'>;

/**
 * Notes what the clocks of demo workspaces show now. They run on as before; but should the installation end without a
 * word, this is where they stood.
 */
export async function noteDemoClocks(client: Client, now: Date): Promise<void> {
  await client.$executeRaw`
    UPDATE "Workspace" SET "clockVirtual" = "clockVirtual" + (${now}::timestamptz - "clockReal") * "clockFactor", "clockReal" = ${now}
    WHERE "kind" = 'demo' AND "clockReal" < ${now}`;
}

/**
 * Sets demo clocks that were last noted before `before` going again from where they stood: a demo that was ended for the
 * night does not come back decades later.
 * @returns the workspaces whose clocks had stood still
 */
export async function resumeDemoClocks(client: Client, { now, before }: { readonly now: Date; readonly before: Date }): Promise<readonly string[]> {
  const rows = await client.$queryRaw<{ id: string }[]>`
    UPDATE "Workspace" SET "clockReal" = ${now} WHERE "kind" = 'demo' AND "clockReal" < ${before} RETURNING "id"`;
  return rows.map(({ id }) => id);
}
