import { DAY, type JourneyDocument, type JsonObject } from '@tendril/journey/model';
import { emptyDocument } from '@tendril/journey/schema';
import { expect, test } from 'vitest';
import { startTestEngine } from '../../start-test-engine.ts';

const step = (id: string, kind: string, config: JsonObject, y: number) => ({ id, kind, version: 1, name: '', config, position: { x: 0, y } });

const drawing: JourneyDocument = {
  ...emptyDocument('Flow'),
  nodes: [
    step('called', 'entry-manual', {}, 0),
    step('named', 'if-else', { condition: { test: { of: 'attribute', field: 'title' }, operator: 'known' } }, 100),
    step('rest', 'wait', { for: '5d' }, 200),
    step('over', 'exit', { outcome: 'over' }, 300),
  ],
  edges: [
    { from: 'called', port: 'next', to: 'named' },
    { from: 'named', port: 'yes', to: 'rest' },
    { from: 'named', port: 'no', to: 'over' },
    { from: 'rest', port: 'next', to: 'over' },
  ],
};

test('numbers are of all time or of a period, and each of them opens the leads it counts', async () => {
  await using engine = await startTestEngine();
  const { client } = engine.db;
  const { api } = await engine.as('marketer');
  const { id } = await api.journeys.create.mutate({ name: 'Flow', document: drawing });
  expect(await api.journeys.publish.mutate({ id, note: '', enrolMatching: false })).toMatchObject({ ok: true });
  const enrol = async (name: string, title?: string) => {
    const lead = await api.leads.create.mutate({
      name,
      email: `${name}@cn001.example`,
      consentEmail: false,
      ...(title === undefined ? {} : { title }),
    });
    await api.journeys.enrol.mutate({ id, leadIds: [lead.id] });
    const run = await client.run.findFirstOrThrow({ where: { journeyId: id, leadId: lead.id } });
    await engine.engine.runtime.advance({ runId: run.id, step: 0, fact: { type: 'entered' } });
    return run.id;
  };
  const before = await enrol('early', 'CTO');
  // As if it had come ten days ago.
  const then = new Date(Date.now() - 10 * DAY);
  await client.run.update({ where: { id: before }, data: { startedAt: then } });
  await client.trailEntry.updateMany({ where: { runId: before }, data: { at: then } });
  await enrol('today', 'CEO');
  await enrol('nameless');

  const node = async (period: 'day' | 'month' | 'version' | undefined, nodeId: string) => {
    const counts = await api.journeys.counts.query({ id, ...(period === undefined ? {} : { period }) });
    return { ...counts.nodes.find((one) => one.nodeId === nodeId), all: counts.entered, inNow: counts.inNow };
  };
  expect(await node(undefined, 'named')).toMatchObject({ entered: 3, left: { yes: 2, no: 1 }, all: 3, inNow: 2 });
  expect(await node('day', 'named')).toMatchObject({ entered: 2, left: { yes: 1, no: 1 }, all: 2, inNow: 2 });
  expect(await node('day', 'rest')).toMatchObject({ entered: 1, here: 2 });
  expect(await node('month', 'rest')).toMatchObject({ entered: 2, here: 2 });
  expect(await node('version', 'named')).toMatchObject({ entered: 3 });

  const names = async (input: object) => {
    const { rows, total } = await api.journeys.runs.query({ id, limit: 50, through: true, nodeId: 'named', ...input });
    expect(total).toBe(rows.length);
    return rows.map(({ leadName }) => leadName);
  };
  expect(await names({})).toEqual(['nameless', 'today', 'early']);
  expect(await names({ period: 'day' })).toEqual(['nameless', 'today']);
  expect(await names({ port: 'yes' })).toEqual(['today', 'early']);
  expect(await names({ port: 'yes', period: 'day' })).toEqual(['today']);
  const first = await api.journeys.runs.query({ id, limit: 2, through: true, nodeId: 'named' });
  expect(first).toMatchObject({ total: 3, rows: [{ leadName: 'nameless' }, { leadName: 'today' }] });
  const second = await api.journeys.runs.query({ id, limit: 2, through: true, nodeId: 'named', cursor: first.next ?? '' });
  expect(second).toMatchObject({ rows: [{ leadName: 'early' }], next: null });

  await api.journeys.publish.mutate({ id, note: 'again', enrolMatching: false });
  expect((await node('version', 'named')).entered).toBeUndefined();
});
