import { describe, expect, test } from 'vitest';
import { START, startWorkspace, type TestWorkspace } from '../start-workspace.ts';

const DAY = 24 * 3_600_000;
const consents = [{ channel: 'email', topic: 'nurture', status: 'granted', source: 'form' }] as const;

/** Waits a day, mails, waits for a look at prices. */
const steps = {
  in: ['entry-new-lead', {}, 'day'],
  day: ['wait', { for: '1d' }, 'mail'],
  mail: ['send-email', { template: 'thank-you', topic: 'nurture' }, 'look'],
  look: ['wait-for-event', { events: [{ event: 'Page Viewed' }], timeout: '3d' }, { happened: 'out', timeout: 'out' }],
  out: ['exit', { outcome: 'over' }],
} as const;

async function enter(workspace: TestWorkspace) {
  const journeyId = await workspace.publish(steps);
  const { leadId, runIds } = await workspace.lead({ fields: { email: 'wang@cn001.example' }, consents: [...consents] });
  const [runId = ''] = runIds;
  await workspace.step(runId, 0, { type: 'entered' });
  await workspace.db.client.outboxItem.deleteMany();
  return { journeyId, leadId, runId };
}

const sendTo = ({ id, runtime }: TestWorkspace, runId: string, nodeId: string) => runtime.sendTo({ workspaceId: id, runId, nodeId, by: 'Li' });
const tryAgain = ({ id, runtime }: TestWorkspace, runId: string) => runtime.tryAgain({ workspaceId: id, runId, by: 'Li' });
const runOf = ({ db }: TestWorkspace, runId: string) => db.client.run.findUniqueOrThrow({ where: { id: runId } });
const codes = async ({ db }: TestWorkspace, runId: string) =>
  (await db.client.trailEntry.findMany({ where: { runId }, orderBy: { id: 'asc' } })).map(({ because }) => (because as { code: string }).code);

/** What a step that cannot go on leaves of a run. */
async function fail({ db }: TestWorkspace, runId: string) {
  const { cursor, step, directive } = await runOf({ db } as TestWorkspace, runId);
  const { waitsUntil: _, ...resting } = cursor as Record<string, unknown>;
  const answers = [...(directive as unknown[]), [step + 1, { do: 'done', outcome: 'error' }]];
  const data = {
    status: 'failed',
    outcome: 'error',
    step: step + 1,
    endedAt: new Date(START),
    cursor: resting as object,
    directive: answers as object,
  };
  await db.client.run.update({ where: { id: runId }, data });
}

describe('a lead that is sent to another step', () => {
  test('leaves its wait, goes on there at once, and its trail says who did it', async () => {
    await using workspace = await startWorkspace();
    const { runId } = await enter(workspace);
    expect(await sendTo(workspace, runId, 'look')).toEqual({ done: true });
    // Asked twice, as after a crash, nobody is told twice.
    expect(await sendTo(workspace, runId, 'look')).toEqual({ done: true });
    expect(await workspace.outbox()).toEqual([{ kind: 'signal', runId, payload: { type: 'recheck' } }]);
    expect(await workspace.step(runId, 1, { type: 'recheck' })).toEqual({ do: 'wait', until: START + 3 * DAY });
    expect(await runOf(workspace, runId)).toMatchObject({ nodeId: 'look', version: 1, moveTo: null });
    expect(await workspace.db.client.waitSubscription.findMany()).toMatchObject([{ runId, eventName: 'Page Viewed' }]);
    expect(await codes(workspace, runId)).toContain('run.sent-to');
  });

  test('forgets what it waited for', async () => {
    await using workspace = await startWorkspace();
    const { runId } = await enter(workspace);
    await sendTo(workspace, runId, 'look');
    await workspace.step(runId, 1, { type: 'recheck' });
    await sendTo(workspace, runId, 'day');
    expect(await workspace.step(runId, 2, { type: 'recheck' })).toEqual({ do: 'wait', until: START + DAY });
    expect(await workspace.db.client.waitSubscription.count()).toBe(0);
  });

  test('stays where it is while its message is on its way', async () => {
    await using workspace = await startWorkspace();
    const { runId } = await enter(workspace);
    workspace.clock.at = START + DAY;
    expect(await workspace.step(runId, 1, { type: 'woken' })).toMatchObject({ do: 'perform' });
    expect(await sendTo(workspace, runId, 'look')).toEqual({ done: false, refusal: 'under-way' });
    expect(await workspace.outbox()).toEqual([]);
  });

  test('stays while a pause keeps its message', async () => {
    await using workspace = await startWorkspace();
    const { runId, journeyId } = await enter(workspace);
    workspace.clock.at = START + DAY;
    await workspace.step(runId, 1, { type: 'woken' });
    await workspace.runtime.pauseJourney({ workspaceId: workspace.id, journeyId, userId: 'x' });
    await workspace.step(runId, 2, { type: 'held' });
    expect(await sendTo(workspace, runId, 'look')).toEqual({ done: false, refusal: 'under-way' });
  });

  test('in a paused journey goes there when it is resumed', async () => {
    await using workspace = await startWorkspace();
    const { runId, journeyId } = await enter(workspace);
    await workspace.runtime.pauseJourney({ workspaceId: workspace.id, journeyId, userId: 'x' });
    expect(await sendTo(workspace, runId, 'look')).toEqual({ done: true });
    expect(await workspace.step(runId, 1, { type: 'recheck' })).toEqual({ do: 'wait', until: null });
    expect(await runOf(workspace, runId)).toMatchObject({ nodeId: 'day' });
    const policy = { late: 'send', skipAfterMs: 0, spreadMs: 0 } as const;
    await workspace.runtime.resumeJourney({ workspaceId: workspace.id, journeyId, userId: 'x', policy });
    await workspace.step(runId, 2, { type: 'recheck' });
    expect(await runOf(workspace, runId)).toMatchObject({ nodeId: 'look' });
  });

  test('is refused where it stands, where no step is, at an entry, and when it is out', async () => {
    await using workspace = await startWorkspace();
    const { runId } = await enter(workspace);
    expect(await sendTo(workspace, runId, 'day')).toEqual({ done: false, refusal: 'is-there' });
    expect(await sendTo(workspace, runId, 'nowhere')).toEqual({ done: false, refusal: 'no-step' });
    expect(await sendTo(workspace, runId, 'in')).toEqual({ done: false, refusal: 'no-step' });
    await workspace.runtime.cancelRun({ workspaceId: workspace.id, runId, because: { code: 'run.removed', params: { by: 'Li' } } });
    expect(await sendTo(workspace, runId, 'look')).toEqual({ done: false, refusal: 'over' });
  });
});

describe('a failed step', () => {
  test('is tried again after a new workflow began where the old one ended, once', async () => {
    await using workspace = await startWorkspace();
    const { runId } = await enter(workspace);
    await fail(workspace, runId);
    expect(await tryAgain(workspace, runId)).toEqual({ done: true });
    expect(await tryAgain(workspace, runId)).toEqual({ done: false, refusal: 'not-failed' });
    expect(await workspace.outbox()).toEqual([{ kind: 'start', runId, payload: { again: true } }]);
    expect(await runOf(workspace, runId)).toMatchObject({ status: 'running', outcome: null, endedAt: null });
    expect(await workspace.runtime.beginRun({ runId })).toEqual({ step: 2, next: { do: 'wait', until: 0 } });
    expect(await workspace.step(runId, 3, { type: 'woken' })).toEqual({ do: 'wait', until: START + DAY });
    expect(await codes(workspace, runId)).toContain('run.tried-again');
  });

  test('of two who try at once, one does', async () => {
    await using workspace = await startWorkspace();
    const { runId } = await enter(workspace);
    await fail(workspace, runId);
    const answers = await Promise.all([tryAgain(workspace, runId), tryAgain(workspace, runId)]);
    expect(answers.filter(({ done }) => done)).toHaveLength(1);
    expect(await workspace.outbox()).toHaveLength(1);
  });

  test('is not tried again for a lead that is in the journey again', async () => {
    await using workspace = await startWorkspace();
    const { runId } = await enter(workspace);
    await fail(workspace, runId);
    const { id: _, cursor, directive, ...row } = await runOf(workspace, runId);
    const again = { ...row, entryKey: 'again', status: 'running', cursor: cursor as object, directive: directive as object };
    await workspace.db.client.run.create({ data: { ...again, heldFact: undefined, moveTo: undefined } as never });
    expect(await tryAgain(workspace, runId)).toEqual({ done: false, refusal: 'inside-again' });
  });

  test.each(['sending', 'sent', 'unknown'])('is not tried again when its message is %s: it may be with its reader', async (status) => {
    await using workspace = await startWorkspace();
    const { runId } = await enter(workspace);
    workspace.clock.at = START + DAY;
    await workspace.step(runId, 1, { type: 'woken' });
    await workspace.db.client.message.updateMany({ data: { status } });
    await fail(workspace, runId);
    expect(await tryAgain(workspace, runId)).toEqual({ done: false, refusal: 'may-have-gone' });
  });

  test('whose message failed plans another one', async () => {
    await using workspace = await startWorkspace();
    const { runId } = await enter(workspace);
    workspace.clock.at = START + DAY;
    await workspace.step(runId, 1, { type: 'woken' });
    await workspace.db.client.message.updateMany({ data: { status: 'failed' } });
    await fail(workspace, runId);
    await tryAgain(workspace, runId);
    expect(await workspace.step(runId, 4, { type: 'woken' })).toMatchObject({ do: 'perform', effect: 'sendEmail' });
    expect(await workspace.db.client.message.findMany({ orderBy: { step: 'asc' } })).toMatchObject([
      { status: 'failed' },
      { status: 'planned', step: 4 },
    ]);
  });
});
