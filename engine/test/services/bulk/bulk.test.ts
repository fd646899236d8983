import { claimOutboxItems } from '@tendril/db/queries';
import type { Condition, JourneyDocument } from '@tendril/journey/model';
import { emptyDocument } from '@tendril/journey/schema';
import { expect, test } from 'vitest';
import { startTestEngine, type TestEngine } from '../../start-test-engine.ts';

const EVERYBODY: Condition = { test: { of: 'stage' }, operator: 'is', value: 'lead' };

const document: JourneyDocument = {
  ...emptyDocument('By hand'),
  nodes: [
    { id: 'in', kind: 'entry-manual', version: 1, name: '', config: {}, position: { x: 0, y: 0 } },
    { id: 'over', kind: 'exit', version: 1, name: '', config: { outcome: 'over' }, position: { x: 0, y: 150 } },
  ],
  edges: [{ from: 'in', port: 'next', to: 'over' }],
};

async function prepare(engine: TestEngine, leads: number) {
  const at = { createdAt: new Date(), updatedAt: new Date() };
  const data = Array.from({ length: leads }, (_, nth) => ({
    workspaceId: engine.workspaceId,
    name: `Lead ${nth}`,
    pool: nth < 30 ? 'silent' : 'nurture',
    ...at,
  }));
  await engine.db.client.lead.createMany({ data });
  const { api } = await engine.as('marketer');
  const { id: segmentId } = await api.segments.create.mutate({ name: 'All', condition: EVERYBODY });
  const { id: journeyId } = await api.journeys.create.mutate({ name: 'By hand', document });
  await api.journeys.publish.mutate({ id: journeyId, note: '', enrolMatching: false });
  return { api, segmentId, journeyId };
}

test('a segment and a filtered list are let in, with progress, and nobody twice', async () => {
  await using engine = await startTestEngine();
  const { api, segmentId, journeyId } = await prepare(engine, 250);
  const filtered = { type: 'filter', filter: { pool: 'silent' } } as const;
  const all = { type: 'segment', segmentId } as const;
  expect(await api.bulk.count.query({ choice: filtered })).toEqual({ matching: 30 });
  expect(await api.bulk.count.query({ choice: all })).toEqual({ matching: 250 });
  const over = () => expect.poll(async () => (await api.bulk.list.query({ journeyId }))[0]?.status, { timeout: 20_000 }).toBe('done');
  await api.bulk.start.mutate({ journeyId, choice: filtered, perMinute: null });
  await over();
  await api.bulk.start.mutate({ journeyId, choice: all, perMinute: null });
  await over();
  expect(await api.bulk.list.query({ journeyId })).toMatchObject([
    { source: { type: 'segment', name: 'All' }, total: 250, done: 250, enrolled: 220 },
    { source: { type: 'filter' }, total: 30, done: 30, enrolled: 30 },
  ]);
  expect(await engine.db.client.run.count({ where: { journeyId } })).toBe(250);
  const nobody = { type: 'filter', filter: { pool: 'sales' } } as const;
  await expect(api.bulk.start.mutate({ journeyId, choice: nobody, perMinute: null })).rejects.toThrow('bulk.nobody');
});

test('a rate is kept, a restart goes on with it, and a stop ends it', async () => {
  await using engine = await startTestEngine();
  const { api, segmentId, journeyId } = await prepare(engine, 60);
  const { id } = await api.bulk.start.mutate({ journeyId, choice: { type: 'segment', segmentId }, perMinute: 60 });
  await expect.poll(() => engine.db.client.run.count({ where: { journeyId } }), { timeout: 10_000 }).toBeGreaterThan(0);
  const began = Date.now();
  const before = await engine.db.client.run.count({ where: { journeyId } });
  await using restarted = await engine.restart();
  await expect.poll(() => engine.db.client.run.count({ where: { journeyId } }), { timeout: 15_000 }).toBeGreaterThan(before);
  const runs = await engine.db.client.run.count({ where: { journeyId } });
  expect(runs - before).toBeLessThanOrEqual((Date.now() - began) / 1_000 + 3);
  const { api: again } = await restarted.as('marketer');
  await again.bulk.stop.mutate({ journeyId, id });
  await expect(again.bulk.stop.mutate({ journeyId, id })).rejects.toThrow('bulk.ended');
  expect((await again.bulk.list.query({ journeyId }))[0]).toMatchObject({ status: 'cancelled', total: 60 });
});

test('starts of a bulk do not keep other starts waiting, and are not kept waiting by them for ever', async () => {
  await using engine = await startTestEngine();
  const { db, workspaceId } = engine;
  const item = (bulk: boolean) => ({ workspaceId, runId: crypto.randomUUID(), kind: 'start', bulk, dueAt: new Date(0) });
  await db.client.outboxItem.createMany({ data: Array.from({ length: 500 }, () => item(true)) });
  const others = Array.from({ length: 20 }, () => item(false));
  await db.client.outboxItem.createMany({ data: others });
  const claim = async () => claimOutboxItems(db, { limit: 40, now: new Date(), leaseUntil: new Date(Date.now() + 60_000) });
  const first = await claim();
  expect(first).toHaveLength(40);
  expect(first.map(({ runId }) => runId)).toEqual(expect.arrayContaining(others.map(({ runId }) => runId)));
  await db.client.outboxItem.createMany({ data: Array.from({ length: 500 }, () => item(false)) });
  const second = await claim();
  const bulk = await db.client.outboxItem.count({ where: { id: { in: second.map(({ id }) => id) }, bulk: true } });
  expect([second.length, bulk]).toEqual([40, 10]);
});
