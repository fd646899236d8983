import type { LiveEntry } from '../runs/enrol-lead.ts';
import type { Moment } from './match-states.ts';

/** A row of an entry of a live journey. */
export interface EntryRow extends LiveEntry {
  readonly trigger: string;
  /** What to watch, as it was written at publishing. */
  readonly filter: unknown;
}

/**
 * The entries with these triggers of all live journeys of a workspace; a paused journey's are looked at again when it goes
 * on. Or those of one journey, whether it is live or paused.
 */
export async function liveEntries(
  { tx, workspace }: Pick<Moment, 'tx' | 'workspace'>,
  triggers: readonly string[],
  journeyId?: string,
): Promise<readonly EntryRow[]> {
  const rows = await tx.entryPoint.findMany({
    where: { workspaceId: workspace.id, trigger: { in: [...triggers] }, ...(journeyId === undefined ? {} : { journeyId }) },
    orderBy: [{ journeyId: 'asc' }, { nodeId: 'asc' }],
  });
  if (rows.length === 0 || journeyId !== undefined) return rows;
  const live = await tx.journey.findMany({ where: { id: { in: rows.map((row) => row.journeyId) }, status: 'live' }, select: { id: true } });
  const ids = new Set(live.map(({ id }) => id));
  return rows.filter((row) => ids.has(row.journeyId));
}
