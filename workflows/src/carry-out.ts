import { ActivityFailure, ApplicationFailure, condition, isCancellation, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { EffectActivity, RunActivities } from '@tendril/activities/contract';
import { effectQueue, type RunSignal, type WireDirective, type WireFact } from '@tendril/journey/wire';

/** A decision is one short transaction. It is retried for ever: a database that is away must not fail a lead. */
export const { advance } = proxyLocalActivities<RunActivities>({
  startToCloseTimeout: '20 seconds',
  localRetryThreshold: '30 seconds',
  retry: { initialInterval: '200 milliseconds', maximumInterval: '1 minute' },
});

/** Carries out one directive and answers the next. `step` is the step that decided the directive. */
export async function carryOut(order: {
  runId: string;
  step: number;
  directive: Exclude<WireDirective, { do: 'done' }>;
  inbox: RunSignal[];
}): Promise<WireDirective> {
  const { runId, step, directive, inbox } = order;
  switch (directive.do) {
    case 'perform':
      return perform({ runId, step, effect: directive.effect, queue: directive.queue });
    case 'wait':
      return advance({ runId, step: step + 1, fact: await waitFor(directive.until, inbox) });
  }
}

/** Runs the effect on its own task queue. It answers the next directive itself, so effect and decision cost one activity. */
async function perform(order: { runId: string; step: number; effect: string; queue: string }): Promise<WireDirective> {
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

/** Sleeps until the instant (real time in ms, null: without limit) or the first signal, whichever comes first. */
async function waitFor(until: number | null, inbox: RunSignal[]): Promise<WireFact> {
  const heard = (): boolean => inbox.length > 0;
  if (until === null) await condition(heard);
  else if (!heard()) await condition(heard, Math.max(1, until - Date.now()));
  const signal = inbox.shift();
  return signal ?? { type: 'woken' };
}
