import { ApplicationFailure } from '@temporalio/common';
import type { Script, startScriptedWorker } from './scripted-worker.ts';

type StartedRun = Awaited<ReturnType<Awaited<ReturnType<typeof startScriptedWorker>>['start']>>;

/** A shape of run worth keeping for ever: what is decided, and what the world does meanwhile. */
export interface RunShape {
  readonly script: () => Script;
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
};
