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

  test('what was decided elsewhere is carried out without asking, and what is over is no news', async () => {
    const run = await world.start(
      {
        advance: () => ({ do: 'done', outcome: 'asked' }),
        sendEmail: () => ({ do: 'wait', until: null }),
      },
      { timers: 'kept', resume: { step: 0, next: { do: 'wait', until: null }, inbox: [] } },
    );
    await run.signal({ type: 'decided', step: 4, next: { do: 'perform', effect: 'sendEmail', queue: 'email' } });
    await run.signal({ type: 'decided', step: 3, next: { do: 'done', outcome: 'stale' } });
    await run.signal({ type: 'decided', step: 6, next: { do: 'done', outcome: 'qualified' } });
    await expect(run.handle.result()).resolves.toBe('qualified');
    expect(run.asked()).toEqual(['4 sendEmail']);
  });

  test('a timer that rings before the wait ends is kept, and the record says how long to sleep on', async () => {
    const end = Date.now() + 1_200;
    const run = await world.start(
      { advance: ({ step }) => (step === 1 ? { do: 'wait', until: end, step: 7 } : { do: 'done', outcome: `after ${Date.now() >= end - 50}` }) },
      { timers: 'kept', resume: { step: 0, next: { do: 'wait', until: Date.now() + 400 }, inbox: [] } },
    );
    await expect(run.handle.result()).resolves.toBe('after true');
    expect(run.asked()).toEqual(['1 woken', '8 woken']);
  });

  test('a longer wait told by a signal costs no second timer until the first has rung, a shorter one does', async () => {
    const start = Date.now();
    const input = { timers: 'kept', resume: { step: 0, next: { do: 'wait', until: start + 60_000 }, inbox: [] } } as const;
    const run = await world.start({ advance: () => ({ do: 'done', outcome: 'woken' }) }, input);
    await run.signal({ type: 'decided', step: 1, next: { do: 'wait', until: start + 90_000 } });
    await run.signal({ type: 'decided', step: 2, next: { do: 'wait', until: Date.now() + 300 } });
    await expect(run.handle.result()).resolves.toBe('woken');
    expect(run.asked()).toEqual(['3 woken']);
    const { events } = await run.handle.fetchHistory();
    expect((events ?? []).filter((event) => event.timerStartedEventAttributes).length).toBeLessThanOrEqual(2);
  });

  test('the history holds ids only', async () => {
    const run = await world.start({ advance: () => ({ do: 'done', outcome: 'qualified' }) });
    await run.handle.result();
    const { events } = await run.handle.fetchHistory();
    const started = events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads?.[0]?.data;
    expect(JSON.parse(Buffer.from(started ?? []).toString('utf8'))).toEqual({ runId: run.runId });
  });
});
