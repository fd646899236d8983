import { expect, test } from 'vitest';
import { watchTrial } from '../../../src/services/publishing/watch-trial.ts';
import { eventually, startTestEngine } from '../../start-test-engine.ts';
import { letIn, liveWithDraft, waiting } from './two-endings.ts';

const limits = { leastLeads: 2, failurePoints: 5, unsubscribePoints: 2, goalPoints: null };
const choices = { note: 'try it', enrolMatching: false, canary: { percent: 50, limits } };
const names = Array.from({ length: 24 }, (_, index) => `lead${index}`);

test('a version on trial gets its share of the leads, its numbers stand beside those of the live one, and it goes to all', async () => {
  await using engine = await startTestEngine();
  const marketer = await engine.as('marketer');
  const id = await liveWithDraft(marketer);
  const { api } = marketer;
  expect(await api.journeys.publish.mutate({ id, ...choices })).toMatchObject({ ok: true, version: 2, became: 'on-trial' });
  expect(await api.journeys.get.query({ id })).toMatchObject({ liveVersion: 1 });
  await letIn(marketer, id, names);
  const { trial } = await api.publishing.state.query({ id });
  expect(trial).toMatchObject({ version: 2, against: 1, percent: 50, status: 'running', reason: null });
  const { trial: tried, live } = trial?.numbers ?? {};
  expect((tried?.entered ?? 0) + (live?.entered ?? 0)).toBe(names.length);
  expect(tried?.entered).toBeGreaterThan(3);
  expect(live?.entered).toBeGreaterThan(3);

  expect(await api.publishing.goToAll.mutate({ id })).toEqual({ version: 2, enrolled: 0 });
  expect(await api.journeys.get.query({ id })).toMatchObject({ liveVersion: 2, hasUnpublishedChanges: false });
  expect((await api.publishing.state.query({ id })).trial).toBeNull();
  await expect(api.publishing.goToAll.mutate({ id })).rejects.toThrow('canary.none');
  await letIn(marketer, id, ['late1', 'late2']);
  expect(await engine.db.client.run.count({ where: { journeyId: id, version: 2 } })).toBe((tried?.entered ?? 0) + 2);
});

test('a trial that oversteps a limit stops by itself, and people read why', async () => {
  await using engine = await startTestEngine();
  const marketer = await engine.as('marketer');
  const id = await liveWithDraft(marketer);
  await marketer.api.journeys.publish.mutate({ id, ...choices });
  await letIn(marketer, id, names);
  const { client } = engine.db;
  const canary = await client.canary.findFirstOrThrow({ where: { journeyId: id } });
  const parts = { db: engine.db, clock: engine.clock };
  expect(await watchTrial(parts, canary.id)).toBe(false);
  for (const run of await client.run.findMany({ where: { journeyId: id, version: 2 }, take: 2 })) {
    const place = { runId: run.id, journeyId: id, leadId: run.leadId, nodeId: 'rest', step: 0, seq: 0 };
    await client.trailEntry.create({ data: { ...place, kind: 'failed', because: { code: 'x', params: {} }, at: new Date() } });
  }
  const stopped = await eventually(async () => (await client.canary.findUniqueOrThrow({ where: { id: canary.id } })).status === 'stopped');
  expect(stopped).toBe(true);
  const { trial } = await marketer.api.publishing.state.query({ id });
  expect(trial).toMatchObject({ status: 'stopped', reason: { guard: 'failure', live: 0, points: 5 }, numbers: { trial: { failure: 2 } } });
  expect(await client.auditEntry.findFirst({ where: { action: 'journey.trial-stopped', subjectId: id } })).toMatchObject({ userId: null });
  expect(await (await engine.as('manager')).api.publishing.news.query()).toMatchObject([
    { kind: 'trial-stopped', journey: { id }, version: 2, guard: 'failure' },
  ]);
  const before = await client.run.count({ where: { journeyId: id, version: 2 } });
  await letIn(marketer, id, ['a', 'b', 'c', 'd', 'e', 'f']);
  expect(await client.run.count({ where: { journeyId: id, version: 2 } })).toBe(before);
  expect(await watchTrial(parts, canary.id)).toBe(false);
});

test('a trial that is taken back takes its leads along if that is said, and no others', async () => {
  await using engine = await startTestEngine();
  const marketer = await engine.as('marketer');
  const id = await liveWithDraft(marketer, waiting('second', '3d'));
  await marketer.api.journeys.publish.mutate({ id, ...choices });
  await letIn(marketer, id, names);
  for (const run of await engine.db.client.run.findMany({ where: { journeyId: id } }))
    await engine.engine.runtime.advance({ runId: run.id, step: 0, fact: { type: 'entered' } });
  const tried = await engine.db.client.run.count({ where: { journeyId: id, version: 2 } });
  await marketer.api.publishing.takeBack.mutate({ id, leads: 'now' });
  await eventually(async () => (await marketer.api.journeys.move.query({ id }))?.status === 'done');
  expect(await marketer.api.journeys.move.query({ id })).toMatchObject({ version: 1, total: tried, moved: tried });
  expect(await engine.db.client.run.count({ where: { journeyId: id, version: 1 } })).toBe(names.length);
  expect(await marketer.api.journeys.get.query({ id })).toMatchObject({ liveVersion: 1 });
});

test('a first version cannot be on trial, and another version ends a trial', async () => {
  await using engine = await startTestEngine();
  const marketer = await engine.as('marketer');
  const { api } = marketer;
  const { id: fresh } = await api.journeys.create.mutate({ name: 'Fresh', document: waiting('first') });
  await expect(api.journeys.publish.mutate({ id: fresh, ...choices })).rejects.toThrow('canary.nothing-live');
  const id = await liveWithDraft(marketer);
  await api.journeys.publish.mutate({ id, ...choices });
  await api.journeys.publish.mutate({ id, note: '', enrolMatching: false });
  expect(await api.journeys.get.query({ id })).toMatchObject({ liveVersion: 3 });
  expect((await api.publishing.state.query({ id })).trial).toBeNull();
  expect(await engine.db.client.canary.findFirst({ where: { journeyId: id } })).toMatchObject({ status: 'taken-back' });
});
