import type { Db } from '@tendril/db';
import { type FlowWindow, readArrivals, readFlow } from '@tendril/db/queries';
import type { NodeCount } from '../../api/views.ts';

/** Leads in a journey, over all its versions and all time, or in a window. */
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
  arrived: number;
  failed: number;
  ended: number;
  readonly left: Record<string, number>;
}

const EVERYTHING: FlowWindow = { since: null, version: null };

/**
 * Counts per step, from grouped queries: where runs stand now, and what trails tell. A lead that came to a step has
 * left it by a port, has ended there, or is still there; so `entered` is the sum. In a window only what happened in it
 * counts, except for `here` and `inNow`, which are about now.
 */
export async function countJourney(db: Pick<Db, 'client'>, journeyId: string, window: FlowWindow = EVERYTHING): Promise<JourneyCounts> {
  const { client } = db;
  const { since, version } = window;
  const of = { journeyId, ...(version === null ? {} : { version }) };
  const [here, arrived, flow, waiting, inNow, entered, ended] = await Promise.all([
    readArrivals(db, journeyId, { since: null, version }),
    since === null ? null : readArrivals(db, journeyId, window),
    readFlow(db, journeyId, window),
    client.entryQueue.count({ where: { journeyId } }),
    client.run.count({ where: { ...of, status: 'running' } }),
    client.run.count({ where: { ...of, ...(since === null ? {} : { startedAt: { gte: since } }) } }),
    client.run.count({ where: { ...of, status: { not: 'running' }, ...(since === null ? {} : { endedAt: { gte: since } }) } }),
  ]);
  const tallies = new Map<string, Tally>();
  const tallyOf = (nodeId: string): Tally => {
    const tally = tallies.get(nodeId) ?? { here: 0, arrived: 0, failed: 0, ended: 0, left: {} };
    tallies.set(nodeId, tally);
    return tally;
  };
  for (const { nodeId, count } of here) tallyOf(nodeId).here = count;
  for (const { nodeId, count } of arrived ?? here) tallyOf(nodeId).arrived = count;
  for (const { nodeId, kind, port, count } of flow) {
    const tally = tallyOf(nodeId);
    if (kind === 'failed') tally.failed += count;
    else if (kind === 'ended') tally.ended += count;
    else if (port !== null) tally.left[port] = (tally.left[port] ?? 0) + count;
  }
  return { nodes: [...tallies].map(([nodeId, tally]) => nodeCount(nodeId, tally)), inNow, entered, ended, waiting };
}

function nodeCount(nodeId: string, { here, arrived, failed, ended, left }: Tally): NodeCount {
  const gone = Object.values(left).reduce((sum, count) => sum + count, 0);
  return { nodeId, entered: arrived + failed + ended + gone, here, failed, left };
}
