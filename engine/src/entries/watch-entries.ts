import type { Db } from '@tendril/db';
import type { Runtime } from '@tendril/runtime';
import type { Logger } from 'pino';

/** How often to look for what has become true by time alone, in real ms. */
const LOOK_EVERY_MS = 10_000;

/** What the watcher needs. */
export interface WatcherParts {
  readonly db: Db;
  readonly runtime: Pick<Runtime, 'sweepStates' | 'letWaitingIn'>;
  readonly log: Logger;
}

/**
 * Lets leads in for whom an entry's score, grade or tag has become true as time went by, and those whom an entry's rate kept
 * waiting. All that it goes by is in the
 * database, so a restart loses nothing and several may watch side by side.
 * @returns stops the watching; a look under way is waited for
 */
export function watchEntries({ db, runtime, log }: WatcherParts): () => Promise<void> {
  let looking: Promise<void> | null = null;
  let stopped = false;
  const look = async (): Promise<void> => {
    const where = { trigger: { in: ['score', 'tag'] } };
    const points = await db.client.entryPoint.findMany({ where, distinct: ['workspaceId'], select: { workspaceId: true } });
    for (const { workspaceId } of points) if (!stopped) await runtime.sweepStates({ workspaceId });
    const waiting = await db.client.entryQueue.findMany({ distinct: ['workspaceId'], select: { workspaceId: true } });
    for (const { workspaceId } of waiting) if (!stopped) await runtime.letWaitingIn({ workspaceId });
  };
  const timer = setInterval(() => {
    looking ??= look()
      .catch((error: unknown) => log.warn({ err: error }, 'entries could not be watched; the next look tries again'))
      .finally(() => {
        looking = null;
      });
  }, LOOK_EVERY_MS);
  return async () => {
    stopped = true;
    clearInterval(timer);
    await looking;
  };
}
