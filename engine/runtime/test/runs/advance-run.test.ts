import type { Json } from '@tendril/journey/model';
import { builtInDefinitions, createNodeTypes, defineNode } from '@tendril/journey/nodes';
import { StepOutOfOrder } from '@tendril/runtime';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { START, startWorkspace, type TestWorkspace } from '../start-workspace.ts';

const DAY = 86_400_000;
const email = 'wang@cn001.example';
const consents = [{ channel: 'email', topic: 'nurture', status: 'granted', source: 'form' }] as const;
const pricing = { name: 'Page Viewed', type: 'page', properties: { path: '/pricing' } } as const;

/** Email, then wait for a look at prices, then a gate to an SDR or the silent pool. */
const nurture = {
  in: ['entry-new-lead', {}, 'mail'],
  mail: ['send-email', { template: 'thank-you', topic: 'nurture' }, 'look'],
  look: [
    'wait-for-event',
    { events: [{ event: 'Page Viewed', where: [{ property: 'path', operator: 'is', value: '/pricing' }] }], timeout: '3d' },
    { happened: 'gate', timeout: 'gate' },
  ],
  gate: ['score-gate', { outcomes: [{ id: 'high', combine: 'any', minIntent: 'high' }] }, { high: 'sdr', low: 'silent' }],
  sdr: ['hand-to-sdr', {}, { qualified: 'won', nurture: 'silent', later: 'silent', lost: 'silent', invalid: 'silent', 'no-response': 'silent' }],
  silent: ['move-to-pool', { pool: 'silent' }, 'out'],
  won: ['exit', { outcome: 'won' }],
  out: ['exit', { outcome: 'silent' }],
} as const;

async function enter(workspace: TestWorkspace, journey: Parameters<TestWorkspace['publish']>[0] = nurture) {
  const journeyId = await workspace.publish(journey);
  const { leadId, runIds } = await workspace.lead({ fields: { email }, consents: [...consents] });
  const [runId = ''] = runIds;
  return { journeyId, leadId, runId };
}

const trail = async ({ db }: TestWorkspace, runId: string) => {
  const rows = await db.client.trailEntry.findMany({ where: { runId }, orderBy: [{ step: 'asc' }, { seq: 'asc' }] });
  return rows.map(
    ({ step, nodeId, kind, port, because }) => `${step} ${nodeId} ${kind}${port === null ? '' : ` ${port}`} (${(because as { code: string }).code})`,
  );
};

describe('a run', () => {
  test('is left for Temporal to start in the transaction that lets the lead in, once', async () => {
    await using workspace = await startWorkspace();
    const { runId, leadId, journeyId } = await enter(workspace);
    expect(await workspace.outbox()).toEqual([{ kind: 'start', runId, payload: {} }]);
    expect(await workspace.runtime.enrol({ workspaceId: workspace.id, journeyId, leadId })).toMatchObject({
      enrolled: false,
      because: { code: 'entry.once-only' },
    });
    expect(await workspace.db.client.run.count()).toBe(1);
  });

  test('plans its mail, waits, gates, hands over and ends, and tells the story', async () => {
    await using workspace = await startWorkspace();
    const { db, clock } = workspace;
    const { runId, leadId } = await enter(workspace);
    expect(await workspace.step(runId, 0, { type: 'entered' })).toEqual({ do: 'perform', effect: 'sendEmail', queue: 'email' });
    expect(await db.client.message.findMany()).toMatchObject([{ status: 'planned', address: email, templateKey: 'thank-you', step: 0 }]);
    expect(await workspace.step(runId, 1, { type: 'performed', outcome: 'sent' })).toEqual({ do: 'wait', until: START + 3 * DAY });
    expect(await db.client.run.findUniqueOrThrow({ where: { id: runId } })).toMatchObject({
      nodeId: 'look',
      step: 1,
      wakeAt: new Date(START + 3 * DAY),
    });

    await workspace.events({ name: 'Price Requested', leadId });
    clock.at = START + 3 * DAY;
    const wait = await workspace.step(runId, 2, { type: 'woken' });
    expect(wait).toEqual({ do: 'wait', until: expect.any(Number) });
    const [handoff] = await db.client.handoff.findMany();
    expect(handoff).toMatchObject({ status: 'open', leadId, runId, step: 2, nodeId: 'sdr' });
    expect(handoff?.score).toMatchObject({ total: expect.any(Number), dimensions: expect.any(Array) });

    await db.client.disposition.create({
      data: { workspaceId: workspace.id, key: 'qualified', name: {}, consequence: {}, group: 'qualified', stage: 'sql', pool: 'sales', order: 1 },
    });
    await db.client.outboxItem.deleteMany();
    expect(
      await workspace.runtime.closeHandoff({ workspaceId: workspace.id, handoffId: handoff?.id ?? '', userId: 'sdr', disposition: 'qualified' }),
    ).toEqual({ ok: true, group: 'qualified' });
    const signals = await workspace.outbox();
    const told = signals.at(-1)?.payload as { eventId: string };
    expect(signals).toMatchObject([{ kind: 'signal', runId, payload: { type: 'event' } }]);
    expect(await workspace.step(runId, 3, { type: 'event', eventId: told.eventId })).toEqual({ do: 'done', outcome: 'won' });
    expect(await db.client.run.findUniqueOrThrow({ where: { id: runId } })).toMatchObject({
      status: 'done',
      outcome: 'won',
      endedAt: new Date(clock.at),
      wakeAt: null,
    });
    expect(await db.client.lead.findUniqueOrThrow({ where: { id: leadId } })).toMatchObject({ stage: 'sql', pool: 'sales' });
    expect(await db.client.waitSubscription.count()).toBe(0);
    expect(await trail(workspace, runId)).toEqual([
      '0 in passed next (entry-new-lead.entered)',
      '0 mail performing (send-email.sending)',
      '1 mail passed next (send-email.sent)',
      '1 look waiting (wait-for-event.waiting)',
      '2 look passed timeout (wait-for-event.timeout)',
      '2 gate passed high (score-gate.passed)',
      '2 sdr waiting (hand-to-sdr.waiting)',
      '3 sdr passed qualified (hand-to-sdr.disposition)',
      '3 won ended (exit.ended)',
    ]);
  });

  test('of a lead that nobody may write to goes on without a message, and says why', async () => {
    await using workspace = await startWorkspace();
    await workspace.publish(nurture);
    const { runIds } = await workspace.lead({ fields: { email } });
    expect(await workspace.step(runIds[0] ?? '', 0, { type: 'entered' })).toMatchObject({ do: 'wait' });
    expect(await workspace.db.client.message.count()).toBe(0);
    expect(await trail(workspace, runIds[0] ?? '')).toContain('0 mail passed next (send.not-asked)');
  });
});

describe('a step', () => {
  test('asked for again answers the same and changes nothing', async () => {
    await using workspace = await startWorkspace();
    const { runId } = await enter(workspace);
    const first = await workspace.step(runId, 0, { type: 'entered' });
    const before = await dump(workspace);
    for (const fact of [{ type: 'entered' }, { type: 'recheck' }, { type: 'performed', outcome: 'failed' }] as const) {
      expect(await workspace.step(runId, 0, fact)).toEqual(first);
    }
    expect(await dump(workspace)).toEqual(before);
  });

  test('is decided once, however many ask at the same moment', async () => {
    await using workspace = await startWorkspace();
    const { runId } = await enter(workspace);
    const answers = await Promise.all(Array.from({ length: 8 }, () => workspace.step(runId, 0, { type: 'entered' })));
    for (const answer of answers) expect(answer).toEqual({ do: 'perform', effect: 'sendEmail', queue: 'email' });
    expect(await workspace.db.client.message.count()).toBe(1);
    expect(await workspace.db.client.trailEntry.count()).toBe(2);
  });

  test('of which the answer was lost answers again even after later steps', async () => {
    await using workspace = await startWorkspace();
    const { runId } = await enter(workspace);
    const answers = [await workspace.step(runId, 0, { type: 'entered' }), await workspace.step(runId, 1, { type: 'performed', outcome: 'sent' })];
    for (let step = 2; step < 12; step += 1) answers.push(await workspace.step(runId, step, { type: 'recheck' }));
    for (const [step, answer] of answers.entries()) expect(await workspace.step(runId, step, { type: 'recheck' })).toEqual(answer);
  });

  test('that is not the next one is refused', async () => {
    await using workspace = await startWorkspace();
    const { runId } = await enter(workspace);
    await expect(workspace.step(runId, 5, { type: 'woken' })).rejects.toThrow(StepOutOfOrder);
  });

  test('woken a little early waits on for the same instant', async () => {
    await using workspace = await startWorkspace({ factor: 8_640 });
    const { clock } = workspace;
    const { runId } = await enter(workspace, { in: ['entry-new-lead', {}, 'wait'], wait: ['wait', { for: '1d' }, 'out'], out: ['exit', {}] });
    expect(await workspace.step(runId, 0, { type: 'entered' })).toEqual({ do: 'wait', until: START + 10_000 });
    clock.at = START + 9_999;
    expect(await workspace.step(runId, 1, { type: 'woken' })).toEqual({ do: 'wait', until: START + 10_000 });
    clock.at = START + 10_000;
    expect(await workspace.step(runId, 2, { type: 'woken' })).toEqual({ do: 'done', outcome: 'finished' });
  });

  test('woken a little early does not trouble a type that trusts the clock', async () => {
    const trusting = defineNode({
      kind: 'trusting-wait',
      version: 1,
      family: 'time',
      icon: 'clock',
      title: { 'zh-CN': '等待', en: 'Wait' },
      help: { 'zh-CN': '等待', en: 'Wait' },
      config: z.object({}),
      example: {},
      ports: () => [{ id: 'next', label: { 'zh-CN': '继续', en: 'Next' } }],
      summary: () => 'Waits a day',
      enter: ({ now }) => ({ wait: { until: now + DAY, events: [] }, because: { code: 'trusting-wait.waiting', params: {} } }),
      resume: () => ({ go: 'next', because: { code: 'trusting-wait.over', params: {} } }),
    });
    await using workspace = await startWorkspace({ factor: 8_640, nodeTypes: createNodeTypes([...builtInDefinitions, trusting]) });
    const { runId } = await enter(workspace, { in: ['entry-new-lead', {}, 'wait'], wait: ['trusting-wait', {}, 'out'], out: ['exit', {}] });
    const wait = await workspace.step(runId, 0, { type: 'entered' });
    workspace.clock.at = START + 9_999;
    expect(await workspace.step(runId, 1, { type: 'woken' })).toEqual(wait);
    workspace.clock.at = START + 10_000;
    expect(await workspace.step(runId, 2, { type: 'woken' })).toEqual({ do: 'done', outcome: 'finished' });
  });

  test('of an event that belongs to somebody else changes nothing', async () => {
    await using workspace = await startWorkspace();
    const { runId } = await enter(workspace);
    await workspace.step(runId, 0, { type: 'entered' });
    const wait = await workspace.step(runId, 1, { type: 'performed', outcome: 'sent' });
    await workspace.events({ ...pricing, userId: 'other@cn002.example' });
    const event = await workspace.db.client.event.findFirstOrThrow();
    expect(await workspace.step(runId, 2, { type: 'event', eventId: event.id })).toEqual(wait);
  });

  test('on a bug in a program ends the run visibly', async () => {
    await using workspace = await startWorkspace();
    const { runId } = await enter(workspace);
    await workspace.db.client.run.update({ where: { id: runId }, data: { cursor: { start: { entry: 'nowhere', event: null } } } });
    expect(await workspace.step(runId, 0, { type: 'entered' })).toEqual({ do: 'done', outcome: 'error' });
    expect(await workspace.db.client.run.findUniqueOrThrow({ where: { id: runId } })).toMatchObject({ status: 'failed' });
  });
});

describe('an event and a waiting run', () => {
  test('find each other: the event signals the run, which goes on', async () => {
    await using workspace = await startWorkspace();
    const { runId, leadId } = await enter(workspace);
    await workspace.step(runId, 0, { type: 'entered' });
    await workspace.step(runId, 1, { type: 'performed', outcome: 'sent' });
    await workspace.db.client.outboxItem.deleteMany();
    workspace.clock.at = START + DAY;
    await workspace.events(
      { ...pricing, leadId, properties: { path: '/careers' } },
      { ...pricing, leadId, timestamp: START - DAY },
      { ...pricing, leadId, messageId: 'this one' },
    );
    const event = await workspace.db.client.event.findFirstOrThrow({ where: { messageId: 'this one' } });
    expect(await workspace.outbox()).toEqual([{ kind: 'signal', runId, payload: { type: 'event', eventId: event.id } }]);
    expect(await workspace.step(runId, 2, { type: 'event', eventId: event.id })).toEqual({ do: 'done', outcome: 'silent' });
    expect(await workspace.db.client.lead.findUniqueOrThrow({ where: { id: leadId } })).toMatchObject({ pool: 'silent' });
  });

  test('miss each other never: whichever comes first, the run hears of it', async () => {
    await using workspace = await startWorkspace();
    const journeyId = await workspace.publish(nurture);
    const leads = await Promise.all(
      Array.from({ length: 15 }, (_, nth) => workspace.lead({ fields: { email: `p${nth}@cn001.example` }, consents: [...consents] })),
    );
    const outcomes = await Promise.all(
      leads.map(async ({ leadId, runIds: [runId = ''] }) => {
        await workspace.step(runId, 0, { type: 'entered' });
        const [answer] = await Promise.all([
          workspace.step(runId, 1, { type: 'performed', outcome: 'sent' }),
          workspace.events({ ...pricing, leadId, messageId: `look-${leadId}` }),
        ]);
        const signalled = await workspace.db.client.outboxItem.count({ where: { runId, kind: 'signal' } });
        return answer.do === 'done' || signalled === 1;
      }),
    );
    expect(outcomes).toEqual(leads.map(() => true));
    expect(await workspace.db.client.run.count({ where: { journeyId } })).toBe(15);
  });

  test('that the visitor did during the wait counts once the visitor is known', async () => {
    await using workspace = await startWorkspace();
    const { runId } = await enter(workspace);
    await workspace.step(runId, 0, { type: 'entered' });
    await workspace.step(runId, 1, { type: 'performed', outcome: 'sent' });
    workspace.clock.at = START + DAY;
    await workspace.events({ ...pricing, anonymousId: 'a-1' });
    await workspace.events({ name: 'Identify', type: 'identify', userId: email, anonymousId: 'a-1', traits: {} });
    const event = await workspace.db.client.event.findFirstOrThrow({ where: { anonymousId: 'a-1', type: 'page' } });
    expect((await workspace.outbox()).at(-1)).toEqual({ kind: 'signal', runId, payload: { type: 'event', eventId: event.id } });
  });
});

describe('an event that starts a journey', () => {
  const asked = {
    in: [
      'entry-event',
      {
        event: 'Price Requested',
        where: [{ property: 'campaign', operator: 'is', value: '春季直播' }],
        filter: { test: { of: 'pool' }, operator: 'is', value: 'nurture' },
      },
      'wait',
    ],
    wait: ['wait', { for: '1d' }, 'out'],
    out: ['exit', {}],
  } as const;
  const request = (campaign: string, timestamp = START) => ({ name: 'Price Requested', userId: email, properties: { campaign }, timestamp });

  test('lets in leads that match, with the event, and tells of it', async () => {
    await using workspace = await startWorkspace();
    const journeyId = await workspace.publish(asked);
    await workspace.events(request('华东展会'), request('春季直播'));
    const run = await workspace.onlyRun(journeyId);
    await workspace.step(run.id, 0, { type: 'entered' });
    const cursor = (await workspace.onlyRun(journeyId)).cursor as { entered: { event: Json } };
    expect(cursor.entered).toMatchObject({ entry: 'in', event: { name: 'Price Requested', properties: { campaign: '春季直播' } } });
  });

  test('lets nobody in for what happened long ago, or against the entry’s condition, or while the journey is archived', async () => {
    await using workspace = await startWorkspace();
    const { db } = workspace;
    const journeyId = await workspace.publish(asked);
    await workspace.events(request('春季直播', START - 10 * DAY));
    await db.client.lead.updateMany({ data: { pool: 'sales' } });
    await workspace.events(request('春季直播'));
    await db.client.lead.updateMany({ data: { pool: 'nurture' } });
    await db.client.journey.update({ where: { id: journeyId }, data: { status: 'archived' } });
    await workspace.events(request('春季直播'));
    expect(await db.client.run.count()).toBe(0);
    await db.client.journey.update({ where: { id: journeyId }, data: { status: 'live' } });
    await workspace.events(request('春季直播'));
    expect(await db.client.run.count()).toBe(1);
  });

  test('lets a lead in again only as the journey says', async () => {
    await using workspace = await startWorkspace();
    const journeyId = await workspace.publish(asked, { reentry: 'after-exit' });
    await workspace.events(request('春季直播'));
    await workspace.events(request('春季直播'));
    const run = await workspace.onlyRun(journeyId);
    await workspace.step(run.id, 0, { type: 'entered' });
    workspace.clock.at = START + DAY;
    await workspace.step(run.id, 1, { type: 'woken' });
    await workspace.events(request('春季直播', workspace.clock.at));
    expect(await workspace.db.client.run.count({ where: { journeyId } })).toBe(2);
  });
});

test('a run that is cancelled recalls its message and ends in Temporal', async () => {
  await using workspace = await startWorkspace();
  const { runId } = await enter(workspace);
  await workspace.step(runId, 0, { type: 'entered' });
  await workspace.db.client.outboxItem.deleteMany();
  const cancel = { workspaceId: workspace.id, runId, because: { code: 'run.removed', params: {} } };
  expect([await workspace.runtime.cancelRun(cancel), await workspace.runtime.cancelRun(cancel)]).toEqual([true, false]);
  expect(await workspace.db.client.message.findMany()).toMatchObject([{ status: 'skipped', reason: { code: 'run.removed' } }]);
  expect(await workspace.runtime.claimMessage({ runId, step: 0 })).toMatchObject({ state: 'settled', status: 'skipped' });
  expect(await workspace.step(runId, 1, { type: 'performed', outcome: 'skipped' })).toEqual({ do: 'done', outcome: 'cancelled' });
  expect(await workspace.outbox()).toEqual([{ kind: 'signal', runId, payload: { type: 'recheck' } }]);
});

test('a clock that is changed makes every waiting run look again', async () => {
  await using workspace = await startWorkspace();
  const { runId } = await enter(workspace);
  await workspace.step(runId, 0, { type: 'entered' });
  await workspace.step(runId, 1, { type: 'performed', outcome: 'sent' });
  await workspace.db.client.outboxItem.deleteMany();
  expect(await workspace.runtime.recheckRuns({ workspaceId: workspace.id })).toEqual({ runs: 1 });
  expect(await workspace.outbox()).toEqual([{ kind: 'signal', runId, payload: { type: 'recheck' } }]);
  await workspace.db.client.workspace.update({ where: { id: workspace.id }, data: { kind: 'demo', clockFactor: 8_640 } });
  expect(await workspace.step(runId, 2, { type: 'recheck' })).toEqual({ do: 'wait', until: START + 30_000 });
});

async function dump({ db }: TestWorkspace) {
  const { client } = db;
  return Promise.all([
    client.run.findMany(),
    client.message.findMany(),
    client.trailEntry.findMany(),
    client.outboxItem.findMany(),
    client.lead.findMany(),
    client.waitSubscription.findMany(),
  ]);
}
