import { ActivityFailure, ApplicationFailure, isCancellation, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { EffectActivity, RunActivities } from '@tendril/activities/contract';
import { effectQueue, type RunSignal, type StepAnswer, type WireDirective, type WireFact } from '@tendril/journey/wire';
import type { SleepUntil } from './timers.ts';

/** A decision is one short transaction. It is retried for ever: a database that is away must not fail a lead. */
export const { advance } = proxyLocalActivities<RunActivities>({
  startToCloseTimeout: '20 seconds',
  localRetryThreshold: '30 seconds',
  retry: { initialInterval: '200 milliseconds', maximumInterval: '1 minute' },
});

/** What was decided, and at which step. */
interface Decided {
  readonly step: number;
  readonly next: WireDirective;
}

/** Carries out one directive and answers the next. `step` is the step that decided the directive. */
export async function carryOut(order: {
  runId: string;
  step: number;
  directive: Exclude<WireDirective, { do: 'done' }>;
  inbox: RunSignal[];
  sleepUntil: SleepUntil;
}): Promise<Decided> {
  const { runId, step, directive, inbox, sleepUntil } = order;
  if (directive.do === 'perform') return after(step, await perform({ runId, step, effect: directive.effect, queue: directive.queue }));
  const fact = await waitFor(directive.until, { step, inbox, sleepUntil });
  return 'next' in fact ? fact : after(step, await advance({ runId, step: step + 1, fact }));
}

/** An answer is that of the next step, unless it says that it is of a later one. */
function after(step: number, { step: later, ...next }: StepAnswer): Decided {
  return { step: later ?? step + 1, next };
}

/** Runs the effect on its own task queue. It answers the next directive itself, so effect and decision cost one activity. */
async function perform(order: { runId: string; step: number; effect: string; queue: string }): Promise<StepAnswer> {
  const { runId, step, effect, queue } = order;
  const effects = proxyActivities<Record<string, EffectActivity>>({
    taskQueue: effectQueue(queue),
    startToCloseTimeout: '2 minutes',
    // A worker that died is noticed by its silence, long before the time-out.
    heartbeatTimeout: '15 seconds',
    retry: { initialInterval: '2 seconds', backoffCoefficient: 3, maximumInterval: '1 hour', maximumAttempts: 12 },
  });
  const run = effects[effect];
  if (run === undefined) return advance({ runId, step: step + 1, fact: { type: 'failed', code: 'unknown-effect' } });
  try {
    return await run({ runId, step });
  } catch (error) {
    if (isCancellation(error) || !(error instanceof ActivityFailure)) throw error;
    const code = error.cause instanceof ApplicationFailure && error.cause.type ? error.cause.type : 'effect-failed';
    return advance({ runId, step: step + 1, fact: { type: 'failed', code } });
  }
}

/** Waits for the end of a wait or for the first signal with news. What is brought of steps that are over is no news. */
async function waitFor(until: number | null, order: { step: number; inbox: RunSignal[]; sleepUntil: SleepUntil }): Promise<WireFact | Decided> {
  const { step, inbox, sleepUntil } = order;
  for (;;) {
    await sleepUntil(until, () => inbox.length > 0);
    const signal = inbox.shift();
    if (signal === undefined) return { type: 'woken' };
    if (signal.type !== 'decided') return signal;
    if (signal.step > step) return { step: signal.step, next: signal.next };
  }
}
