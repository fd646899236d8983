import type { ResumePolicy } from '@tendril/runtime';
import { describe, expect, test } from 'vitest';
import { START, startWorkspace, type TestWorkspace } from '../start-workspace.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const email = 'wang@cn001.example';
const consents = [{ channel: 'email', topic: 'nurture', status: 'granted', source: 'form' }] as const;

/** A day's wait, then a mail. */
const waitThenMail = {
  in: ['entry-new-lead', {}, 'day'],
  day: ['wait', { for: '1d' }, 'mail'],
  mail: ['send-email', { template: 'thank-you', topic: 'nurture' }, 'out'],
  out: ['exit', { outcome: 'over' }],
} as const;

/** Waits for a look at prices. */
const waitForLook = {
  in: ['entry-new-lead', {}, 'look'],
  look: ['wait-for-event', { events: [{ event: 'Page Viewed' }], timeout: '3d' }, { happened: 'seen', timeout: 'unseen' }],
  seen: ['exit', { outcome: 'seen' }],
  unseen: ['exit', { outcome: 'unseen' }],
} as const;

const now: ResumePolicy = { late: 'send', skipAfterMs: 0, spreadMs: 0 };

async function enter(workspace: TestWorkspace, steps: Parameters<TestWorkspace['publish']>[0], settings = {}) {
  const journeyId = await workspace.publish(steps, settings);
  const { leadId, runIds } = await workspace.lead({ fields: { email }, consents: [...consents] });
  const [runId = ''] = runIds;
  return { journeyId, leadId, runId };
}

const pause = ({ id, runtime }: TestWorkspace, journeyId: string) => runtime.pauseJourney({ workspaceId: id, journeyId, userId: 'marketer' });
const resume = ({ id, runtime }: TestWorkspace, journeyId: string, policy = now) =>
  runtime.resumeJourney({ workspaceId: id, journeyId, userId: 'marketer', policy });
const runOf = ({ db }: TestWorkspace, runId: string) => db.client.run.findUniqueOrThrow({ where: { id: runId } });
const codes = async ({ db }: TestWorkspace, runId: string) =>
  (await db.client.trailEntry.findMany({ where: { runId }, orderBy: { id: 'asc' } })).map(({ because }) => (because as { code: string }).code);

/** A lead whose mail was planned at step 1 when the journey was paused. */
const pausedBeforeMail = async (workspace: TestWorkspace) => {
  const entered = await enter(workspace, waitThenMail);
  await workspace.step(entered.runId, 0, { type: 'entered' });
  workspace.clock.at = START + DAY;
  await workspace.step(entered.runId, 1, { type: 'woken' });
  await pause(workspace, entered.journeyId);
  return entered;
};

const signalledEvent = async (workspace: TestWorkspace): Promise<string> => {
  const [signal] = await workspace.outbox();
  return (signal?.payload as { readonly eventId: string } | undefined)?.eventId ?? '';
};

describe('while a journey is paused', () => {
  test('a wait that is over keeps the lead where it is, and says so once; resumed, it goes on where it was', async () => {
    await using workspace = await startWorkspace();
    const { journeyId, runId } = await enter(workspace, waitThenMail);
    await workspace.step(runId, 0, { type: 'entered' });
    expect(await pause(workspace, journeyId)).toBe(true);
    expect(await pause(workspace, journeyId)).toBe(false);
    workspace.clock.at = START + DAY;
    expect(await workspace.step(runId, 1, { type: 'woken' })).toEqual({ do: 'wait', until: null });
    workspace.clock.at = START + 2 * DAY;
    expect(await workspace.step(runId, 2, { type: 'recheck' })).toEqual({ do: 'wait', until: null });
    expect(await runOf(workspace, runId)).toMatchObject({ status: 'running', nodeId: 'day', heldSince: new Date(START + DAY) });
    await workspace.db.client.outboxItem.deleteMany();

    expect(await resume(workspace, journeyId)).toEqual({ runs: 1 });
    expect(await resume(workspace, journeyId)).toBeNull();
    expect(await workspace.outbox()).toEqual([{ kind: 'signal', runId, payload: { type: 'recheck' } }]);
    expect(await workspace.step(runId, 3, { type: 'recheck' })).toMatchObject({ do: 'perform', effect: 'sendEmail' });
    expect(await runOf(workspace, runId)).toMatchObject({ nodeId: 'mail', heldSince: null, heldFact: null });
    expect((await codes(workspace, runId)).filter((code) => code.startsWith('run.'))).toEqual(['run.held', 'run.resumed']);
    expect(await workspace.db.client.message.count()).toBe(1);
  });

  test('a message that was planned stays planned and is sent once after the resume', async () => {
    await using workspace = await startWorkspace();
    const { journeyId, runId } = await pausedBeforeMail(workspace);
    expect(await workspace.runtime.claimMessage({ runId, step: 1 })).toEqual({ state: 'held' });
    expect(await workspace.step(runId, 2, { type: 'held' })).toEqual({ do: 'wait', until: null });
    await resume(workspace, journeyId);
    expect(await workspace.step(runId, 3, { type: 'recheck' })).toEqual({ do: 'perform', effect: 'sendEmail', queue: 'email' });
    expect(await workspace.db.client.message.findMany()).toMatchObject([{ status: 'planned', step: 3 }]);
    await workspace.db.client.template.create({ data: { workspaceId: workspace.id, key: 'thank-you', channel: 'email', name: 'Thanks', body: '' } });
    expect(await workspace.runtime.claimMessage({ runId, step: 3 })).toMatchObject({ state: 'claimed' });
  });

  test('an activity that was held while somebody resumed is asked again at once', async () => {
    await using workspace = await startWorkspace();
    const { journeyId, runId } = await pausedBeforeMail(workspace);
    expect(await workspace.runtime.claimMessage({ runId, step: 1 })).toEqual({ state: 'held' });
    await resume(workspace, journeyId);
    expect(await workspace.step(runId, 2, { type: 'held' })).toEqual({ do: 'perform', effect: 'sendEmail', queue: 'email' });
    expect(await workspace.db.client.message.findMany()).toMatchObject([{ status: 'planned', step: 2 }]);
  });

  test('what an effect answered is kept and told after the resume', async () => {
    await using workspace = await startWorkspace();
    const { journeyId, runId } = await pausedBeforeMail(workspace);
    expect(await workspace.step(runId, 2, { type: 'performed', outcome: 'sent' })).toEqual({ do: 'wait', until: null });
    await resume(workspace, journeyId);
    expect(await workspace.step(runId, 3, { type: 'recheck' })).toEqual({ do: 'done', outcome: 'over' });
  });

  test('an event is not lost, and the step it was asked for again answers the same', async () => {
    await using workspace = await startWorkspace();
    const { journeyId, leadId, runId } = await enter(workspace, waitForLook);
    await workspace.step(runId, 0, { type: 'entered' });
    await pause(workspace, journeyId);
    await workspace.db.client.outboxItem.deleteMany();
    await workspace.events({ name: 'Page Viewed', leadId });
    const eventId = await signalledEvent(workspace);
    expect(await workspace.step(runId, 1, { type: 'event', eventId })).toEqual({ do: 'wait', until: null });
    expect(await workspace.step(runId, 1, { type: 'event', eventId })).toEqual({ do: 'wait', until: null });
    await resume(workspace, journeyId);
    expect(await workspace.step(runId, 2, { type: 'recheck' })).toEqual({ do: 'done', outcome: 'seen' });
  });

  test('a goal takes the lead out all the same', async () => {
    await using workspace = await startWorkspace();
    const goal = { name: 'Deal', when: { event: { event: 'Deal Won' } } };
    const { journeyId, leadId, runId } = await enter(workspace, waitThenMail, { goal });
    await workspace.step(runId, 0, { type: 'entered' });
    await pause(workspace, journeyId);
    await workspace.db.client.outboxItem.deleteMany();
    await workspace.events({ name: 'Deal Won', leadId });
    expect(await workspace.step(runId, 1, { type: 'event', eventId: await signalledEvent(workspace) })).toEqual({ do: 'done', outcome: 'goal' });
  });

  test('new leads come in and stand at the entry', async () => {
    await using workspace = await startWorkspace();
    const journeyId = await workspace.publish(waitThenMail);
    await pause(workspace, journeyId);
    const { runIds } = await workspace.lead({ fields: { email }, consents: [...consents] });
    const [runId = ''] = runIds;
    expect(await workspace.step(runId, 0, { type: 'entered' })).toEqual({ do: 'wait', until: null });
    workspace.clock.at = START + 5 * DAY;
    await resume(workspace, journeyId);
    expect(await workspace.step(runId, 1, { type: 'recheck' })).toEqual({ do: 'wait', until: START + 6 * DAY });
  });
});

describe('resumed', () => {
  const heldForThreeDays = async (workspace: TestWorkspace) => {
    const entered = await enter(workspace, waitThenMail);
    await workspace.step(entered.runId, 0, { type: 'entered' });
    await pause(workspace, entered.journeyId);
    workspace.clock.at = START + DAY;
    await workspace.step(entered.runId, 1, { type: 'woken' });
    workspace.clock.at = START + 3 * DAY;
    return entered;
  };

  test('to skip what is late, an old message is not sent, says why, and the lead goes on', async () => {
    await using workspace = await startWorkspace();
    const { journeyId, runId } = await heldForThreeDays(workspace);
    await resume(workspace, journeyId, { late: 'skip', skipAfterMs: 24 * HOUR, spreadMs: 0 });
    expect(await workspace.step(runId, 2, { type: 'recheck' })).toMatchObject({ do: 'perform' });
    expect(await workspace.runtime.claimMessage({ runId, step: 2 })).toMatchObject({
      state: 'settled',
      status: 'skipped',
      reason: { code: 'message.too-late', params: { late: 2 * DAY } },
    });
  });

  test('to skip what is late, a message within the limit is sent', async () => {
    await using workspace = await startWorkspace();
    const { journeyId, runId } = await heldForThreeDays(workspace);
    await resume(workspace, journeyId, { late: 'skip', skipAfterMs: 49 * HOUR, spreadMs: 0 });
    await workspace.step(runId, 2, { type: 'recheck' });
    expect(await workspace.db.client.message.findMany()).toMatchObject([{ status: 'planned' }]);
  });

  test('to shift, a wait goes on for as long as it had left, once', async () => {
    await using workspace = await startWorkspace();
    const { journeyId, runId } = await enter(workspace, waitThenMail);
    await workspace.step(runId, 0, { type: 'entered' });
    workspace.clock.at = START + 6 * HOUR;
    await pause(workspace, journeyId);
    workspace.clock.at = START + 16 * HOUR;
    expect(await resume(workspace, journeyId, { late: 'shift', skipAfterMs: 0, spreadMs: 0 })).toEqual({ runs: 1 });
    expect(await workspace.step(runId, 1, { type: 'recheck' })).toEqual({ do: 'wait', until: START + 34 * HOUR });
    expect(await workspace.step(runId, 2, { type: 'recheck' })).toEqual({ do: 'wait', until: START + 34 * HOUR });
    workspace.clock.at = START + 34 * HOUR;
    expect(await workspace.step(runId, 3, { type: 'woken' })).toMatchObject({ do: 'perform' });
  });

  test('over an hour, the leads that were held go on one after the other', async () => {
    await using workspace = await startWorkspace();
    const journeyId = await workspace.publish(waitThenMail);
    await pause(workspace, journeyId);
    for (const nth of [0, 1, 2, 3]) {
      const { runIds } = await workspace.lead({ fields: { email: `p${nth}@cn001.example` }, consents: [...consents] });
      await workspace.step(runIds[0] ?? '', 0, { type: 'entered' });
    }
    await workspace.db.client.outboxItem.deleteMany();
    expect(await resume(workspace, journeyId, { late: 'send', skipAfterMs: 0, spreadMs: HOUR })).toEqual({ runs: 4 });
    const due = await workspace.db.client.outboxItem.findMany({ orderBy: { dueAt: 'asc' } });
    expect(due.map(({ dueAt }) => dueAt.getTime() - START)).toEqual([0, HOUR / 4, HOUR / 2, (3 * HOUR) / 4]);
  });
});

test('a lead that somebody takes out leaves a trail that names the person', async () => {
  await using workspace = await startWorkspace();
  const { runId } = await enter(workspace, waitThenMail);
  await workspace.step(runId, 0, { type: 'entered' });
  expect(await workspace.runtime.removeRun({ workspaceId: workspace.id, runId, by: 'Wang Wu' })).toBe(true);
  expect(await workspace.runtime.removeRun({ workspaceId: workspace.id, runId, by: 'Wang Wu' })).toBe(false);
  expect(await workspace.step(runId, 1, { type: 'recheck' })).toMatchObject({ do: 'done' });
  expect((await codes(workspace, runId)).at(-1)).toBe('run.removed');
});
