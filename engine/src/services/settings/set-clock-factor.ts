import type { RunSignal } from '@tendril/journey/wire';
import { recordDeed } from '../audit.ts';
import type { Caller } from '../ports.ts';
import { UserError } from '../user-error.ts';
import { virtualAt, workspaceNow } from '../workspace-clock.ts';
import type { SettingsParts } from './settings-parts.ts';

/** Runs told at once to look at the clock again. */
const BATCH = 5_000;

/**
 * Lets a demo workspace's time run faster or slower from now on, without a jump. Every waiting run is told to set its
 * timer anew.
 * @throws UserError `clock.production` in a production workspace, whose time is everybody's
 */
export async function setClockFactor(
  { db, clock }: Pick<SettingsParts, 'db' | 'clock'>,
  caller: Caller,
  { factor }: { factor: number },
): Promise<void> {
  const { workspaceId } = caller;
  await db.client.$transaction(async (tx) => {
    // Two changes at once would each start from the same old instant; the row lock puts them in order.
    await tx.$queryRaw`SELECT 1 FROM "Workspace" WHERE "id" = ${workspaceId}::uuid FOR UPDATE`;
    const real = clock.now();
    const workspace = await workspaceNow(tx, workspaceId, real);
    if (workspace.kind !== 'demo') throw new UserError('clock.production', { workspace: workspace.name }, 'FORBIDDEN');
    const data = { clockFactor: factor, clockReal: new Date(real), clockVirtual: new Date(virtualAt(workspace, real)) };
    await tx.workspace.update({ where: { id: workspaceId }, data });
    await recordDeed(tx, {
      caller,
      action: 'clock.changed',
      subjectType: 'workspace',
      subjectId: workspaceId,
      detail: { from: workspace.factor, to: factor },
    });
  });
  await recheckRuns(db, workspaceId);
}

async function recheckRuns(db: SettingsParts['db'], workspaceId: string): Promise<void> {
  const recheck: RunSignal = { type: 'recheck' };
  let after: string | undefined;
  for (;;) {
    const runs = await db.client.run.findMany({
      where: { workspaceId, status: 'running', ...(after === undefined ? {} : { id: { gt: after } }) },
      select: { id: true },
      orderBy: { id: 'asc' },
      take: BATCH,
    });
    await db.client.outboxItem.createMany({ data: runs.map(({ id }) => ({ workspaceId, runId: id, kind: 'signal', payload: recheck })) });
    after = runs.at(-1)?.id;
    if (runs.length < BATCH) return;
  }
}
