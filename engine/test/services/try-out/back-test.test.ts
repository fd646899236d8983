import { compile } from '@tendril/journey/compile';
import { DAY, type JourneyDocument, type JsonObject } from '@tendril/journey/model';
import { builtInNodeTypes } from '@tendril/journey/nodes';
import { emptyDocument } from '@tendril/journey/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { playBatch } from '../../../src/services/try-out/back-test/play-batch.ts';
import { recordLeads } from '../../../src/services/try-out/back-test/record-leads.ts';
import { eventually, refusalOf, startTestEngine, type TestEngine, type TestPerson } from '../../start-test-engine.ts';

const step = (id: string, kind: string, config: JsonObject, y: number) => ({ id, kind, version: 1, name: '', config, position: { x: 0, y } });

/** Greets new leads, and reminds those who look at nothing for so long. */
const greeting = (template: string, patience: string): JourneyDocument => ({
  ...emptyDocument('Greeting'),
  nodes: [
    step('new', 'entry-new-lead', {}, 0),
    step('hello', 'send-email', { template, topic: 'nurture' }, 150),
    step('look', 'wait-for-event', { events: [{ event: 'Page Viewed' }], timeout: patience }, 300),
    step('remind', 'send-email', { template, topic: 'nurture', repeat: true }, 450),
    step('seen', 'exit', { outcome: 'seen' }, 600),
    step('silent', 'exit', { outcome: 'silent' }, 600),
  ],
  edges: [
    { from: 'new', port: 'next', to: 'hello' },
    { from: 'hello', port: 'next', to: 'look' },
    { from: 'look', port: 'happened', to: 'seen' },
    { from: 'look', port: 'timeout', to: 'remind' },
    { from: 'remind', port: 'next', to: 'silent' },
  ],
});

let engine: TestEngine;
let marketer: TestPerson;
let template: string;
beforeAll(async () => {
  engine = await startTestEngine();
  marketer = await engine.as('marketer');
  template = (await marketer.api.messages.templates.query()).find(({ channel }) => channel === 'email')?.key ?? '';
});
afterAll(() => engine[Symbol.asyncDispose]());

/** Leads that came some days ago; every second one looked at a page four days later. */
async function pastLeads(count: number): Promise<void> {
  const { workspaceId } = engine;
  const now = Date.now();
  for (let nth = 0; nth < count; nth += 1) {
    const createdAt = now - 20 * DAY;
    const consents = [{ channel: 'email', topic: 'nurture', status: 'granted', source: 'form' }] as const;
    const { leadId } = await engine.engine.runtime.upsertLead({
      workspaceId,
      fields: { email: `p${nth}@cn001.example` },
      policy: 'fill',
      createdAt,
      consents,
    });
    await engine.db.client.consent.updateMany({ where: { leadId }, data: { at: new Date(createdAt) } });
    if (nth % 2 === 0) {
      const event = { messageId: `seen-${nth}`, type: 'page', name: 'Page Viewed', leadId, timestamp: createdAt + 4 * DAY, properties: {} } as const;
      await engine.engine.runtime.recordEvents({ workspaceId, events: [event] });
    }
  }
}

const over = (journeyId: string) =>
  eventually(async () => {
    const job = await marketer.api.tryOut.backTest.query({ journeyId });
    return job !== null && job.status !== 'queued' && job.status !== 'running' ? job : null;
  });

test('a draft is played against past leads beside the live version, and touches nobody', async () => {
  await pastLeads(30);
  const { id } = await marketer.api.journeys.create.mutate({ name: 'Greeting', document: greeting(template, '10d') });
  expect(await marketer.api.journeys.publish.mutate({ id, note: '', enrolMatching: false })).toMatchObject({ ok: true });
  const { draftRevision } = await marketer.api.journeys.get.query({ id });
  await marketer.api.journeys.saveDraft.mutate({ id, basedOn: draftRevision, document: greeting(template, '2d') });
  expect(await marketer.api.tryOut.backTest.query({ journeyId: id })).toBeNull();

  await marketer.api.tryOut.startBackTest.mutate({ journeyId: id, days: 30 });
  const job = await over(id);
  expect(job).toMatchObject({ status: 'done', days: 30, liveVersion: 1, total: 30, done: 30 });
  const key = `email/${template}`;
  expect(job.tally).toMatchObject({
    leads: 30,
    // After two days nobody has looked yet; after ten, half of them have.
    draft: { entered: 30, messages: { [key]: 60 }, outcomes: { silent: 30 } },
    live: { entered: 30, messages: { [key]: 45 }, outcomes: { seen: 15, silent: 15 } },
    gets: { more: 15, fewer: 0, other: 0, same: 15 },
    really: {},
  });
  expect(job.tally?.draft.steps['remind']?.entered).toBe(30);
  expect(job.tally?.live?.steps['remind']?.entered).toBe(15);
  expect(job.examples[0]).toMatchObject({ leadName: expect.stringMatching(/@cn001/), more: 1, fewer: 0 });
  expect(await engine.db.client.message.count()).toBe(0);
  expect(await engine.db.client.run.count({ where: { journeyId: id } })).toBe(0);
  const deeds = await engine.db.client.auditEntry.count({ where: { action: 'journey.back-tested', subjectId: id } });
  expect(deeds).toBe(1);
});

test('a back-test goes on where it was when the process ended, and counts nobody twice', async () => {
  const { id } = await marketer.api.journeys.create.mutate({ name: 'Interrupted', document: greeting(template, '2d') });
  await marketer.api.tryOut.startBackTest.mutate({ journeyId: id, days: 30 });
  const whole = await over(id);
  expect(whole).toMatchObject({ liveVersion: null, tally: { live: null, leads: 30 } });
  // As a process leaves it that died after the first batch: tally and cursor are of one moment, and the lease runs out.
  const { client } = engine.db;
  const { workspaceId } = engine;
  const job = await client.backTestJob.findFirstOrThrow({ where: { journeyId: id } });
  const batch = await client.lead.findMany({ where: { workspaceId }, orderBy: { id: 'asc' }, take: 25 });
  const [from, to] = [job.fromAt.getTime(), job.toAt.getTime()];
  const compiled = compile(greeting(template, '2d'), { nodeTypes: builtInNodeTypes });
  if (!compiled.ok) throw new Error('the draft compiles');
  const leadIds = batch.map((lead) => lead.id);
  const onRecord = await recordLeads({ db: engine.db, runtime: engine.engine.runtime }, { workspaceId, journeyId: id, leadIds, from, to });
  const draft = { program: compiled.program, nodeTypes: builtInNodeTypes, timeZone: 'Asia/Shanghai' };
  const tally = JSON.parse(JSON.stringify(playBatch(onRecord, { draft, live: null, from, to })));
  const half = { status: 'running', done: 25, tally, cursor: leadIds.at(-1) ?? null, finishedAt: null, leaseUntil: new Date(Date.now() - 1_000) };
  await client.backTestJob.update({ where: { id: job.id }, data: half });
  const again = await over(id);
  expect(again).toMatchObject({ status: 'done', done: 30 });
  expect(again.tally).toEqual(whole.tally);
});

test('who was added by hand in that time is added by hand again', async () => {
  const drawing: JourneyDocument = {
    ...emptyDocument('By hand'),
    nodes: [step('called', 'entry-manual', {}, 0), step('hello', 'send-email', { template, topic: 'nurture' }, 150), step('over', 'exit', {}, 300)],
    edges: [
      { from: 'called', port: 'next', to: 'hello' },
      { from: 'hello', port: 'next', to: 'over' },
    ],
  };
  const { id } = await marketer.api.journeys.create.mutate({ name: 'By hand', document: drawing });
  expect(await marketer.api.journeys.publish.mutate({ id, note: '', enrolMatching: false })).toMatchObject({ ok: true });
  const [lead] = await engine.db.client.lead.findMany({ where: { workspaceId: engine.workspaceId }, take: 1 });
  await marketer.api.journeys.enrol.mutate({ id, leadIds: [lead?.id ?? ''] });
  const run = await engine.db.client.run.findFirstOrThrow({ where: { journeyId: id } });
  await engine.engine.runtime.advance({ runId: run.id, step: 0, fact: { type: 'entered' } });
  await engine.db.client.run.update({ where: { id: run.id }, data: { startedAt: new Date(Date.now() - DAY) } });
  await marketer.api.tryOut.startBackTest.mutate({ journeyId: id, days: 30 });
  expect((await over(id)).tally).toMatchObject({
    draft: { entered: 1, messages: { [`email/${template}`]: 1 } },
    live: { entered: 1, messages: { [`email/${template}`]: 1 } },
  });
});

test('it can be stopped, a new one ends the one before, and a broken draft says so', async () => {
  const { id } = await marketer.api.journeys.create.mutate({ name: 'Stopped', document: greeting(template, '2d') });
  await marketer.api.tryOut.startBackTest.mutate({ journeyId: id, days: 7 });
  await marketer.api.tryOut.startBackTest.mutate({ journeyId: id, days: 30 });
  await marketer.api.tryOut.cancelBackTest.mutate({ journeyId: id });
  await over(id);
  const jobs = await engine.db.client.backTestJob.findMany({ where: { journeyId: id } });
  expect(jobs).toHaveLength(2);
  expect(jobs.filter(({ status }) => status === 'queued' || status === 'running')).toEqual([]);

  const broken = await marketer.api.journeys.create.mutate({ name: 'Broken' });
  expect(await refusalOf(marketer.api.tryOut.startBackTest.mutate({ journeyId: broken.id, days: 7 }))).toMatchObject({
    sentence: 'back-test.draft-broken',
    params: { name: 'Broken' },
  });
});
