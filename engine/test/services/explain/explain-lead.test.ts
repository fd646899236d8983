import { emptyDocument } from '@tendril/journey/schema';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestEngine, type TestEngine, type TestPerson } from '../../start-test-engine.ts';

let engine: TestEngine;
let marketer: TestPerson;
beforeAll(async () => {
  engine = await startTestEngine();
  marketer = await engine.as('marketer');
});
afterAll(() => engine[Symbol.asyncDispose]());

const step = (id: string, kind: string, config: object, name = '') => ({ id, kind, version: 1, name, config, position: { x: 0, y: 0 } });

/** Publishes a journey by one entry: a fork by industry, then a wait for a demo request. */
async function publish(name: string, entry: readonly [kind: string, config: object]): Promise<string> {
  const software = { test: { of: 'attribute', field: 'industry' }, operator: 'is', value: '软件' };
  const document = {
    ...emptyDocument(name),
    nodes: [
      step('in', entry[0], entry[1], 'The entry'),
      step('fork', 'if-else', { condition: software }, 'Software?'),
      step('ask', 'wait-for-event', { events: [{ event: 'Demo Requested' }], timeout: '3d' }, 'Wants a demo'),
      step('out', 'exit', { outcome: 'finished' }),
    ],
    edges: [
      { from: 'in', port: 'next', to: 'fork' },
      { from: 'fork', port: 'yes', to: 'ask' },
      { from: 'fork', port: 'no', to: 'out' },
      { from: 'ask', port: 'happened', to: 'out' },
      { from: 'ask', port: 'timeout', to: 'out' },
    ],
  };
  const { id } = await marketer.api.journeys.create.mutate({ name, document } as Parameters<typeof marketer.api.journeys.create.mutate>[0]);
  await marketer.api.journeys.publish.mutate({ id, note: '', enrolMatching: false });
  return id;
}

let nth = 0;
async function lead(fields: Record<string, string> = {}): Promise<string> {
  nth += 1;
  const { leadId } = await engine.engine.runtime.upsertLead({
    workspaceId: engine.workspaceId,
    fields: { email: `lead@company-${nth}.example`, ...fields },
    policy: 'fill',
  });
  return leadId;
}

async function enter(journeyId: string, leadId: string): Promise<string> {
  const answer = await engine.engine.runtime.enrol({ workspaceId: engine.workspaceId, journeyId, leadId });
  if (!answer.enrolled) throw new Error(answer.because.code);
  await engine.engine.runtime.advance({ runId: answer.runId, step: 0, fact: { type: 'entered' } });
  return answer.runId;
}

const explain = (journeyId: string, leadId: string) => marketer.api.explain.lead.query({ journeyId, leadId });

describe('a lead in the journey', () => {
  test('waits for what until when, came that way because of these values, and may go on there', async () => {
    const journeyId = await publish('Inside', ['entry-manual', {}]);
    const leadId = await lead({ industry: '软件', name: '王芳' });
    const runId = await enter(journeyId, leadId);
    const explained = await explain(journeyId, leadId);
    expect(explained).toMatchObject({
      standing: 'inside',
      runId,
      step: { id: 'ask', name: 'Wants a demo' },
      lead: { name: '王芳' },
      waitsFor: ['Demo Requested'],
    });
    expect(explained.until).not.toBeNull();
    expect(explained.decisions.map(({ nodeName, port }) => `${nodeName} ${port}`)).toEqual(['Software? yes']);
    expect(JSON.stringify(explained.decisions[0]?.because.params)).toContain('软件');
    expect(explained.next).toHaveLength(2);
  });

  test('that was paused says so', async () => {
    const journeyId = await publish('Paused', ['entry-manual', {}]);
    const leadId = await lead({ industry: '软件' });
    const runId = await enter(journeyId, leadId);
    await marketer.api.journeys.pause.mutate({ id: journeyId });
    await engine.engine.runtime.recordEvents({
      workspaceId: engine.workspaceId,
      events: [{ messageId: 'demo', type: 'track', name: 'Demo Requested', leadId, properties: {} }],
    });
    const { id: eventId } = await engine.db.client.event.findFirstOrThrow({ where: { leadId } });
    await engine.engine.runtime.advance({ runId, step: 1, fact: { type: 'event', eventId } });
    expect((await explain(journeyId, leadId)).because?.code).toBe('run.held');
  });
});

test('a lead that left says how and by what', async () => {
  const journeyId = await publish('Left', ['entry-manual', {}]);
  const leadId = await lead({ industry: '医疗' });
  await enter(journeyId, leadId);
  expect(await explain(journeyId, leadId)).toMatchObject({ standing: 'left', outcome: 'finished', until: null, waitsFor: [], next: [], entries: [] });
});

test('a lead that was refused says when and why', async () => {
  const filter = { test: { of: 'attribute', field: 'industry' }, operator: 'is', value: '软件' };
  const journeyId = await publish('Refused', ['entry-manual', { filter }]);
  const leadId = await lead({ industry: '医疗' });
  await engine.engine.runtime.enrol({ workspaceId: engine.workspaceId, journeyId, leadId });
  expect(await explain(journeyId, leadId)).toMatchObject({ standing: 'refused', step: { id: 'in' }, because: { code: 'entry.not-matching' } });
});

describe('a lead that never came in', () => {
  const becauseOf = async (entry: Parameters<typeof publish>[1], leadId: string) => {
    const { standing, entries } = await explain(await publish(`Never ${entry[0]}`, entry), leadId);
    expect(standing).toBe('never');
    return entries.map(({ because }) => because.code);
  };

  test.each([
    ['entry-manual', {}, 'entry.nobody-added'],
    ['entry-new-lead', {}, 'entry.known-before'],
    ['entry-event', { event: 'Price Requested' }, 'entry.no-event'],
    ['entry-score', { watch: 'total', direction: 'rises-to', value: 500 }, 'entry.not-yet'],
  ])('by %s is told why', async (kind, config, code) => {
    expect(await becauseOf([kind, config], await lead())).toEqual([code]);
  });

  test('though the event happened, is told that the entry did not watch yet', async () => {
    const leadId = await lead();
    await engine.engine.runtime.recordEvents({
      workspaceId: engine.workspaceId,
      events: [{ messageId: 'early', type: 'track', name: 'Trial Started', leadId, properties: {} }],
    });
    expect(await becauseOf(['entry-event', { event: 'Trial Started' }], leadId)).toEqual(['entry.event-before']);
  });
});

test('an SDR may ask, too; a journey of nobody is missing', async () => {
  const sdr = await engine.as('sdr');
  await expect(sdr.api.explain.lead.query({ journeyId: crypto.randomUUID(), leadId: await lead() })).rejects.toThrow();
});
