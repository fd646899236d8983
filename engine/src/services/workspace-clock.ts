import type { PrismaClient } from '@tendril/db';
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
  /** Workspace milliseconds per real millisecond. */
  readonly factor: number;
  readonly clockReal: number;
  readonly clockVirtual: number;
}

/** now = virtual + (real now − real) × factor. All in ms. */
export const virtualAt = (clock: Pick<WorkspaceNow, 'factor' | 'clockReal' | 'clockVirtual'>, real: number): number =>
  Math.round(clock.clockVirtual + (real - clock.clockReal) * clock.factor);

/**
 * Reads the workspace and what its clock shows at the real instant.
 * @throws UserError `workspace.missing`
 */
export async function workspaceNow(client: Pick<PrismaClient, 'workspace'>, workspaceId: string, realNow: number): Promise<WorkspaceNow> {
  const row = await client.workspace.findUnique({ where: { id: workspaceId } });
  if (row === null) throw new UserError('workspace.missing', { id: workspaceId }, 'NOT_FOUND');
  const clock = { factor: row.clockFactor, clockReal: row.clockReal.getTime(), clockVirtual: row.clockVirtual.getTime() };
  const { id, name, timeZone, locale } = row;
  return { id, name, kind: row.kind === 'demo' ? 'demo' : 'production', timeZone, locale, now: virtualAt(clock, realNow), ...clock };
}
