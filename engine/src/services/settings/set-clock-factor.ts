import { lockWorkspace } from '@tendril/db/queries';
import { recordDeed } from '../audit.ts';
import type { Caller } from '../ports.ts';
import { UserError } from '../user-error.ts';
import { workspaceNow } from '../workspace-clock.ts';
import type { SettingsParts } from './settings-parts.ts';

/**
 * Lets a demo workspace's time run faster or slower from now on, without a jump. Every waiting run is told to set its
 * timer anew.
 * @throws UserError `clock.production` in a production workspace, whose time is everybody's
 */
export async function setClockFactor(
  { db, clock, runtime }: Pick<SettingsParts, 'db' | 'clock' | 'runtime'>,
  caller: Caller,
  { factor }: { factor: number },
): Promise<void> {
  const { workspaceId } = caller;
  await db.client.$transaction(async (tx) => {
    // Two changes at once would each start from the same old instant; the row lock puts them in order.
    await lockWorkspace(tx, workspaceId);
    const real = clock.now();
    const workspace = await workspaceNow(tx, workspaceId, real);
    if (workspace.kind !== 'demo') throw new UserError('clock.production', { workspace: workspace.name }, 'FORBIDDEN');
    const data = { clockFactor: factor, clockReal: new Date(real), clockVirtual: new Date(workspace.now) };
    await tx.workspace.update({ where: { id: workspaceId }, data });
    await recordDeed(tx, {
      caller,
      action: 'clock.changed',
      subjectType: 'workspace',
      subjectId: workspaceId,
      detail: { from: workspace.clock.factor, to: factor },
    });
  });
  await runtime.recheckRuns({ workspaceId });
}
