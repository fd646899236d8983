import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually, refusalOf, startTestEngine, type TestEngine, type TestPerson } from '../../start-test-engine.ts';
import { letIn, liveWithDraft } from '../publishing/two-endings.ts';

let engine: TestEngine;
let marketer: TestPerson;
beforeAll(async () => {
  engine = await startTestEngine();
  marketer = await engine.as('marketer');
});
afterAll(() => engine[Symbol.asyncDispose]());

let nth = 0;
/** A live journey with leads that wait in it. @returns its id and the runs */
async function withLeads(count: number) {
  const id = await liveWithDraft(marketer);
  await letIn(
    marketer,
    id,
    Array.from({ length: count }, () => {
      nth += 1;
      return `person${nth}`;
    }),
  );
  const runs = await engine.db.client.run.findMany({ where: { journeyId: id }, orderBy: { id: 'asc' } });
  for (const run of runs) await engine.engine.runtime.advance({ runId: run.id, step: 0, fact: { type: 'entered' } });
  return { id, runIds: runs.map((run) => run.id) };
}

const over = (journeyId: string) =>
  eventually(async () => {
    const operation = await marketer.api.operations.latest.query({ journeyId });
    return operation?.status === 'done' ? operation : null;
  });

test('all whom a search finds are sent to a step, each told once, and it is on the audit log', async () => {
  const { id } = await withLeads(3);
  await engine.db.client.outboxItem.deleteMany();
  await marketer.api.operations.start.mutate({ journeyId: id, kind: 'send-to', nodeId: 'over', leads: { all: { search: 'person' } } });
  expect(await over(id)).toMatchObject({ total: 3, done: 3, changed: 3, refused: {} });
  const signals = await engine.db.client.outboxItem.findMany({ where: { kind: 'signal' } });
  expect(signals).toHaveLength(3);
  for (const { runId } of signals) await engine.engine.runtime.advance({ runId, step: 1, fact: { type: 'recheck' } });
  expect(await engine.db.client.run.count({ where: { journeyId: id, status: 'done', nodeId: 'over' } })).toBe(3);
  expect(await engine.db.client.auditEntry.findMany({ where: { action: 'journey.leads-operated', subjectId: id } })).toMatchObject([
    { userId: marketer.userId, detail: { kind: 'send-to', leads: 3, nodeId: 'over' } },
  ]);
});

test('chosen leads are taken out; the others stay', async () => {
  const { id, runIds } = await withLeads(3);
  await marketer.api.operations.start.mutate({ journeyId: id, kind: 'remove', leads: { runIds: runIds.slice(0, 2) } });
  expect(await over(id)).toMatchObject({ total: 2, changed: 2 });
  expect(await engine.db.client.run.count({ where: { journeyId: id, status: 'running' } })).toBe(1);
});

test('a failed step is tried again; who is in again is counted as left alone', async () => {
  const { id, runIds } = await withLeads(2);
  const [first = '', second = ''] = runIds;
  await engine.db.client.run.updateMany({ where: { journeyId: id }, data: { status: 'failed', outcome: 'error' } });
  const { leadId } = await engine.db.client.run.findUniqueOrThrow({ where: { id: second } });
  const { id: _, ...again } = await engine.db.client.run.findUniqueOrThrow({ where: { id: second } });
  await engine.db.client.run.create({ data: { ...again, status: 'running', entryKey: 'again', leadId } as never });
  await marketer.api.operations.start.mutate({ journeyId: id, kind: 'try-again', leads: { all: { status: 'failed' } } });
  expect(await over(id)).toMatchObject({ total: 2, changed: 1, refused: { 'inside-again': 1 } });
  expect(await engine.db.client.run.findUniqueOrThrow({ where: { id: first } })).toMatchObject({ status: 'running', outcome: null });
});

test('one that was cut off goes on where it was, and tells nobody twice', async () => {
  const { id, runIds } = await withLeads(5);
  await engine.db.client.outboxItem.deleteMany();
  for (const runId of runIds.slice(0, 3))
    await engine.engine.runtime.sendTo({ workspaceId: engine.workspaceId, runId, nodeId: 'over', by: 'The marketer' });
  // What a process leaves that died after three leads and had noted two.
  const row = {
    workspaceId: engine.workspaceId,
    journeyId: id,
    kind: 'send-to',
    nodeId: 'over',
    runIds,
    total: 5,
    by: 'The marketer',
    createdBy: 'x',
  };
  await engine.db.client.operation.create({ data: { ...row, status: 'running', done: 2, changed: 2, leaseUntil: new Date(0) } });
  expect(await over(id)).toMatchObject({ done: 5, changed: 5, refused: {} });
  expect(await engine.db.client.outboxItem.count({ where: { kind: 'signal' } })).toBe(5);
});

test('one that is stopped goes no further', async () => {
  const { id, runIds } = await withLeads(1);
  const row = { workspaceId: engine.workspaceId, journeyId: id, kind: 'remove', runIds, total: 1, by: 'x', createdBy: 'x' };
  const leaseUntil = new Date(Date.now() + 60_000);
  const { id: operation } = await engine.db.client.operation.create({ data: { ...row, status: 'running', leaseUntil } });
  await marketer.api.operations.cancel.mutate({ id: operation });
  expect(await marketer.api.operations.latest.query({ journeyId: id })).toMatchObject({ status: 'cancelled', done: 0 });
  await engine.db.client.operation.update({ where: { id: operation }, data: { leaseUntil: null } });
  expect(await engine.db.client.run.count({ where: { journeyId: id, status: 'running' } })).toBe(1);
});

test('an entry, a step that is not live, and nobody at all are refused', async () => {
  const { id, runIds } = await withLeads(1);
  const leads = { runIds };
  const start = (input: object) => refusalOf(marketer.api.operations.start.mutate({ journeyId: id, kind: 'send-to', leads, ...input }));
  expect(await start({ nodeId: 'called' })).toMatchObject({ sentence: 'operation.no-step' });
  expect(await start({ nodeId: 'nowhere' })).toMatchObject({ sentence: 'operation.no-step' });
  expect(await start({ kind: 'try-again' })).toMatchObject({ sentence: 'operation.nobody-failed' });
  expect(await start({ kind: 'remove', leads: { runIds: [crypto.randomUUID()] } })).toMatchObject({ sentence: 'operation.nobody' });
  expect(await refusalOf(marketer.api.operations.cancel.mutate({ id: crypto.randomUUID() }))).toMatchObject({ sentence: 'operation.missing' });
});

test('the list of leads is searched, and shows who waits, who is held and who is on a version', async () => {
  const { id, runIds } = await withLeads(2);
  const [held = ''] = runIds;
  await engine.db.client.run.update({ where: { id: held }, data: { heldSince: new Date() } });
  const shown = async (filter: object) => (await marketer.api.journeys.runs.query({ id, limit: 10, ...filter })).rows.map((run) => run.id);
  expect(await shown({ status: 'held' })).toEqual([held]);
  expect(await shown({ status: 'waiting' })).toEqual([runIds[1]]);
  expect(await shown({ version: 2 })).toEqual([]);
  expect(await shown({ search: `person${nth}` })).toHaveLength(1);
});
