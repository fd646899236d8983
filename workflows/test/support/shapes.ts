import { ApplicationFailure } from '@temporalio/common';
import type { RunInput } from '@tendril/journey/wire';
import type { Script, startScriptedWorker } from './scripted-worker.ts';

type StartedRun = Awaited<ReturnType<Awaited<ReturnType<typeof startScriptedWorker>>['start']>>;

/** A shape of run worth keeping for ever: what is decided, and what the world does meanwhile. */
export interface RunShape {
  readonly script: () => Script;
  readonly input?: () => Omit<RunInput, 'runId'>;
  readonly meanwhile?: (run: StartedRun) => Promise<void>;
}

/** Every kind of directive and fact that a released workflow has carried out. Add a shape when one is added; never remove one. */
export const shapes: Readonly<Record<string, RunShape>> = {
  'mail-then-timer': {
    script: () => ({
      advance: ({ step }) => (step === 0 ? { do: 'perform', effect: 'sendEmail', queue: 'email' } : { do: 'done', outcome: 'silent' }),
      sendEmail: () => ({ do: 'wait', until: Date.now() + 100 }),
    }),
  },
  'event-ends-wait': {
    script: () => ({ advance: ({ step }) => (step === 0 ? { do: 'wait', until: Date.now() + 3_600_000 } : { do: 'done', outcome: 'qualified' }) }),
    meanwhile: (run) => run.signal({ type: 'event', eventId: 'e1' }),
  },
  'recheck-then-wait-without-limit': {
    script: () => ({ advance: ({ step }) => (step < 2 ? { do: 'wait', until: null } : { do: 'done', outcome: 'done' }) }),
    meanwhile: async (run) => {
      await run.signal({ type: 'recheck' });
      await run.signal({ type: 'event', eventId: 'e2' });
    },
  },
  'failed-effect': {
    script: () => ({
      advance: ({ step }) => (step === 0 ? { do: 'perform', effect: 'sendEmail', queue: 'email' } : { do: 'done', outcome: 'gave-up' }),
      sendEmail: () => {
        throw ApplicationFailure.nonRetryable('the secret is wrong', 'email.config');
      },
    }),
  },
  'decided-before-start-then-decided-by-signal': {
    input: () => ({ timers: 'kept', resume: { step: 0, next: { do: 'perform', effect: 'sendEmail', queue: 'email' }, inbox: [] } }),
    script: () => ({
      advance: () => ({ do: 'done', outcome: 'not asked' }),
      sendEmail: () => ({ do: 'wait', until: Date.now() + 3_600_000 }),
    }),
    meanwhile: async (run) => {
      await run.signal({ type: 'decided', step: 2, next: { do: 'wait', until: Date.now() + 1_800_000 } });
      await run.signal({ type: 'decided', step: 3, next: { do: 'done', outcome: 'qualified' } });
    },
  },
  'kept-timer-rings-early': {
    input: () => ({ timers: 'kept', resume: { step: 0, next: { do: 'wait', until: Date.now() + 200 }, inbox: [] } }),
    script: () => ({
      // By the first ringing the record is two steps further, and its wait ends later.
      advance: ({ step }) => (step === 1 ? { do: 'wait', until: Date.now() + 300, step: 2 } : { do: 'done', outcome: 'silent' }),
    }),
  },
};
