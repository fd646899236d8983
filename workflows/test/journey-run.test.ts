import { ApplicationFailure } from '@temporalio/common';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startScriptedWorker } from './support/scripted-worker.ts';

describe('journeyRun on a real Temporal server', () => {
  let world: Awaited<ReturnType<typeof startScriptedWorker>>;
  beforeAll(async () => {
    world = await startScriptedWorker();
  });
  afterAll(() => world[Symbol.asyncDispose]());

  test('carries out each directive in turn and ends with the outcome', async () => {
    const run = await world.start({
      advance: ({ step }) => (step === 0 ? { do: 'perform', effect: 'sendEmail', queue: 'email' } : { do: 'done', outcome: 'qualified' }),
      sendEmail: () => ({ do: 'wait', until: Date.now() + 50 }),
    });
    await expect(run.handle.result()).resolves.toBe('qualified');
    expect(run.asked()).toEqual(['0 entered', '0 sendEmail', '2 woken']);
  });

  test('an event ends a wait without limit', async () => {
    const run = await world.start({
      advance: ({ step }) => (step === 0 ? { do: 'wait', until: null } : { do: 'done', outcome: 'seen' }),
    });
    await run.signal({ type: 'event', eventId: 'visit-1' });
    await expect(run.handle.result()).resolves.toBe('seen');
    expect(run.asked()).toEqual(['0 entered', '1 event visit-1']);
  });

  test('an event that comes while a mail is being sent is heard by the wait after it', async () => {
    let letGo: () => void = () => undefined;
    const sending = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const run = await world.start({
      advance: ({ step }) => (step === 0 ? { do: 'perform', effect: 'sendEmail', queue: 'email' } : { do: 'done', outcome: 'seen' }),
      sendEmail: async () => {
        await sending;
        return { do: 'wait', until: null };
      },
    });
    await run.signal({ type: 'event', eventId: 'visit-2' });
    letGo();
    await expect(run.handle.result()).resolves.toBe('seen');
    expect(run.asked()).toEqual(['0 entered', '0 sendEmail', '2 event visit-2']);
  });

  test('a decision that fails is asked again until it is taken', async () => {
    let failures = 2;
    const run = await world.start({
      advance: () => {
        failures -= 1;
        if (failures >= 0) throw new Error('the database is away');
        return { do: 'done', outcome: 'fine' };
      },
    });
    await expect(run.handle.result()).resolves.toBe('fine');
    expect(run.asked()).toEqual(['0 entered', '0 entered', '0 entered']);
  });

  test('an effect that must not be retried is reported to the next decision with its code', async () => {
    const run = await world.start({
      advance: ({ step }) => (step === 0 ? { do: 'perform', effect: 'sendEmail', queue: 'email' } : { do: 'done', outcome: 'went on' }),
      sendEmail: () => {
        throw ApplicationFailure.nonRetryable('the secret is wrong', 'email.config');
      },
    });
    await expect(run.handle.result()).resolves.toBe('went on');
    expect(run.asked()).toEqual(['0 entered', '0 sendEmail', '1 failed email.config']);
  });

  test('the history holds ids only', async () => {
    const run = await world.start({ advance: () => ({ do: 'done', outcome: 'qualified' }) });
    await run.handle.result();
    const { events } = await run.handle.fetchHistory();
    const started = events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads?.[0]?.data;
    expect(JSON.parse(Buffer.from(started ?? []).toString('utf8'))).toEqual({ runId: run.runId });
  });
});
