import type { Db } from '@tendril/db';
import type { Runtime } from '@tendril/runtime';
import type { Logger } from 'pino';
import { repeat } from '../jobs/repeat.ts';

/** Real ms between two looks at workspaces whose days pass in seconds. */
const LOOK_EVERY_MS = 2_000;

/** Every so many looks all workspaces are looked at. */
const ALL_EVERY = 5;

/** How often a workspace has its turn for entries by time in one look. */
const MOST_TURNS = 10;

/** What the watcher needs. */
export interface WatcherParts {
  readonly db: Db;
  readonly runtime: Pick<Runtime, 'sweepStates' | 'sweepTimes' | 'letWaitingIn'>;
  readonly log: Logger;
}

/**
 * Lets leads in whom an entry watches for as time goes by: a score, grade, tag or silence that has become true, a date or a
 * schedule that has come round; and those whom an entry's rate kept waiting. All that it goes by is in the database, so a
 * restart loses nothing and several may watch side by side.
 * @returns stops the watching; a look under way is waited for
 */
export function watchEntries({ db: { client }, runtime, log }: WatcherParts): () => Promise<void> {
  let [stopped, looks] = [false, 0];
  const round = async (): Promise<void> => {
    looks += 1;
    const fast = looks % ALL_EVERY === 0 ? {} : { clockFactor: { not: 1 } };
    const ids = new Set((await client.workspace.findMany({ where: fast, select: { id: true } })).map(({ id }) => id));
    const some = { distinct: ['workspaceId' as const], select: { workspaceId: true } };
    const watched = await client.entryPoint.findMany({ where: { trigger: { notIn: ['event', 'lead-created', 'manual'] } }, ...some });
    const mine = watched.filter(({ workspaceId }) => ids.has(workspaceId));
    for (const { workspaceId } of mine) if (!stopped) await runtime.sweepStates({ workspaceId });
    // A schedule may let in everybody: workspaces take turns, and states are looked at again in between.
    for (let [turn, nth] = [mine, 0]; turn.length > 0 && nth < MOST_TURNS && !stopped; nth += 1) {
      const left: typeof turn = [];
      for (const each of turn) if (!stopped && (await runtime.sweepTimes(each)).more) left.push(each);
      turn = left;
    }
    for (const { workspaceId } of await client.entryQueue.findMany(some))
      if (!stopped && ids.has(workspaceId)) await runtime.letWaitingIn({ workspaceId });
  };
  const stop = repeat({ name: 'entries', everyMs: LOOK_EVERY_MS, round, log });
  return () => {
    stopped = true;
    return stop();
  };
}
