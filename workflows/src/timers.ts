import { CancellationScope, condition, sleep } from '@temporalio/workflow';

/** Sleeps until the instant (real time in ms, null: without limit) or until something is heard, whichever comes first. */
export type SleepUntil = (instant: number | null, heard: () => boolean) => Promise<void>;

/** A timer per wait, cancelled when the wait ends early: as every run did that was started without `timers`. */
export function cancelledTimers(): SleepUntil {
  return async (instant, heard) => {
    if (instant === null) await condition(heard);
    else if (!heard()) await condition(heard, Math.max(1, instant - Date.now()));
  };
}

/**
 * One timer at a time, and none more than needed: one that rings before the wait ends is let run, and the rest is slept
 * after it; only one that rings later is cancelled. A lead that is nudged often thus costs a timer once.
 */
export function keptTimers(): SleepUntil {
  let rings: number | null = null;
  let running = new CancellationScope();
  const set = (instant: number): void => {
    if (rings !== null) running.cancel();
    rings = instant;
    running = new CancellationScope();
    void running
      .run(() => sleep(Math.max(1, instant - Date.now())))
      .then(
        () => (rings = null),
        () => undefined,
      );
  };
  return async (instant, heard) => {
    if (instant === null) return condition(heard);
    while (!heard()) {
      if (rings === null || rings > instant) set(instant);
      const rungBefore = rings !== null && rings < instant;
      await condition(() => heard() || rings === null);
      if (!rungBefore) return;
    }
  };
}
