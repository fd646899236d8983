import type { PrismaClient } from '@tendril/db';
import { toVirtual, type WorkspaceClock } from '@tendril/runtime';
import { UserError } from './user-error.ts';

/** A workspace's settings with its clock read at one real instant. */
export interface WorkspaceNow {
  readonly id: string;
  readonly name: string;
  readonly kind: 'production' | 'demo';
  readonly timeZone: string;
  readonly locale: string;
  /** Workspace time in ms. */
  readonly now: number;
  readonly clock: WorkspaceClock;
}

/**
 * Reads the workspace and what its clock shows at the real instant.
 * @throws UserError `workspace.missing`
 */
export async function workspaceNow(client: Pick<PrismaClient, 'workspace'>, workspaceId: string, realNow: number): Promise<WorkspaceNow> {
  const row = await client.workspace.findUnique({ where: { id: workspaceId } });
  if (row === null) throw new UserError('workspace.missing', { id: workspaceId }, 'NOT_FOUND');
  const clock = { factor: row.clockFactor, real: row.clockReal.getTime(), virtual: row.clockVirtual.getTime() };
  const { id, name, timeZone, locale } = row;
  return { id, name, kind: row.kind === 'demo' ? 'demo' : 'production', timeZone, locale, now: toVirtual(clock, realNow), clock };
}
