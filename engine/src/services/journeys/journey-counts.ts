import type { Db } from '@tendril/db';
import type { NodeCount } from '../../api/views.ts';

/** Leads in a journey, over all its versions. */
export interface JourneyCounts {
  readonly nodes: readonly NodeCount[];
  readonly inNow: number;
  readonly entered: number;
  readonly ended: number;
  /** Leads that an entry's rate keeps waiting outside. */
  readonly waiting: number;
}

interface Tally {
  here: number;
  failed: number;
  ended: number;
  readonly left: Record<string, number>;
}

/**
 * Counts per step, from grouped queries: where runs stand now, and what trails tell. A lead that came to a step has
 * left it by a port, has ended there, or is still there; so `entered` is the sum.
 */
export async function countJourney({ client }: Pick<Db, 'client'>, journeyId: string): Promise<JourneyCounts> {
  const [runs, trail, waiting] = await Promise.all([
    client.run.groupBy({ by: ['status', 'nodeId'], where: { journeyId }, _count: { _all: true } }),
    client.trailEntry.groupBy({
      by: ['nodeId', 'kind', 'port'],
      where: { journeyId, kind: { in: ['passed', 'ended', 'failed'] } },
      _count: { _all: true },
    }),
    client.entryQueue.count({ where: { journeyId } }),
  ]);
  const tallies = new Map<string, Tally>();
  const tallyOf = (nodeId: string): Tally => {
    const tally = tallies.get(nodeId) ?? { here: 0, failed: 0, ended: 0, left: {} };
    tallies.set(nodeId, tally);
    return tally;
  };
  for (const { status, nodeId, _count } of runs) if (status === 'running' && nodeId !== null) tallyOf(nodeId).here += _count._all;
  for (const { nodeId, kind, port, _count } of trail) {
    const tally = tallyOf(nodeId);
    if (kind === 'failed') tally.failed += _count._all;
    else if (kind === 'ended') tally.ended += _count._all;
    else if (port !== null) tally.left[port] = (tally.left[port] ?? 0) + _count._all;
  }
  const entered = runs.reduce((sum, { _count }) => sum + _count._all, 0);
  const inNow = runs.reduce((sum, { status, _count }) => sum + (status === 'running' ? _count._all : 0), 0);
  return { nodes: [...tallies].map(([nodeId, tally]) => nodeCount(nodeId, tally)), inNow, entered, ended: entered - inNow, waiting };
}

function nodeCount(nodeId: string, { here, failed, ended, left }: Tally): NodeCount {
  const gone = Object.values(left).reduce((sum, count) => sum + count, 0);
  return { nodeId, entered: here + failed + ended + gone, here, failed, left };
}
