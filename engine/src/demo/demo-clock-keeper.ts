import type { Db } from '@tendril/db';
import { noteDemoClocks, resumeDemoClocks } from '@tendril/db/queries';
import type { Runtime } from '@tendril/runtime';
import type { Logger } from 'pino';

/** How often the clocks of demo workspaces are noted, in real ms. */
const NOTE_EVERY_MS = 5_000;

/** A clock that was not noted for so long (real ms) stood still: nobody was there to note it. */
const STOOD_STILL_AFTER_MS = 30_000;

/** What the keeper needs. */
export interface KeeperParts {
  readonly db: Db;
  readonly runtime: Pick<Runtime, 'recheckRuns'>;
  /** Real time in ms. */
  readonly clock: { now(): number };
  readonly log: Logger;
}

/**
 * Lets demo clocks stand still while the installation is down, so that the next start finds the demo as it was: a night
 * would otherwise be some ten years. Production clocks are real and are never touched.
 * @returns stops the keeping; the clocks are noted once more
 */
export async function keepDemoClocks(parts: KeeperParts): Promise<() => Promise<void>> {
  await resumeClocks(parts);
  const note = (): Promise<void> =>
    noteDemoClocks(parts.db.client, new Date(parts.clock.now())).catch((error: unknown) =>
      parts.log.warn({ err: error }, 'demo clocks could not be noted'),
    );
  const timer = setInterval(() => void note(), NOTE_EVERY_MS);
  return async () => {
    clearInterval(timer);
    await note();
  };
}

/** Sets clocks going that stood still, and tells their waiting runs. */
export async function resumeClocks({ db, runtime, clock }: Omit<KeeperParts, 'log'>): Promise<void> {
  const now = clock.now();
  const resumed = await resumeDemoClocks(db.client, { now: new Date(now), before: new Date(now - STOOD_STILL_AFTER_MS) });
  for (const workspaceId of resumed) await runtime.recheckRuns({ workspaceId });
}
