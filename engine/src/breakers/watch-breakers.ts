import type { Db } from '@tendril/db';
import type { Runtime } from '@tendril/runtime';
import type { Logger } from 'pino';
import { repeat } from '../jobs/repeat.ts';

/** How often to look whether a stopped channel is due to be tried, in real ms. */
const LOOK_EVERY_MS = 10_000;
/** Tallies older than any window are forgotten, in real ms. */
const FORGET_AFTER_MS = 60 * 60_000;

/** What the watcher needs. */
export interface BreakerWatcherParts {
  readonly db: Db;
  readonly runtime: Pick<Runtime, 'probeChannels'>;
  readonly clock: { now(): number };
  readonly log: Logger;
}

/**
 * Has stopped channels tried by one held lead when they are due. All it goes by is in the database, so several may watch
 * side by side. @returns stops the watching
 */
export function watchBreakers({ db, runtime, clock, log }: BreakerWatcherParts): () => Promise<void> {
  const round = async (): Promise<void> => {
    const now = clock.now();
    const due = await db.client.breaker.findMany({
      where: { closedAt: null, probeAt: { lte: new Date(now) } },
      distinct: ['workspaceId'],
      select: { workspaceId: true },
    });
    for (const { workspaceId } of due) await runtime.probeChannels({ workspaceId });
    await db.client.sendTally.deleteMany({ where: { minute: { lt: new Date(now - FORGET_AFTER_MS) } } });
  };
  return repeat({ name: 'breakers', everyMs: LOOK_EVERY_MS, round, log });
}
