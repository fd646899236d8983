import { createRuntime } from '@tendril/runtime';
import { expect, test } from 'vitest';
import { moveJobs } from '../../../src/jobs/move-jobs.ts';
import { eventually, startTestEngine, type TestEngine } from '../../start-test-engine.ts';
import { letIn, liveWithDraft, waiting } from './two-endings.ts';

const names = Array.from({ length: 30 }, (_, index) => `lead${index}`);
const plan = { steps: { rest: { do: 'now', wait: 'keep' } }, rest: { do: 'finish' } } as const;

/** Thirty leads that wait in version 1, and version 2 live. @returns the journey's id */
async function thirtyWaiting(engine: TestEngine): Promise<string> {
  const marketer = await engine.as('marketer');
  const id = await liveWithDraft(marketer, waiting('second', '3d'));
  await letIn(marketer, id, names);
  for (const run of await engine.db.client.run.findMany({ where: { journeyId: id } }))
    await engine.engine.runtime.advance({ runId: run.id, step: 0, fact: { type: 'entered' } });
  await marketer.api.journeys.publish.mutate({ id, note: '', enrolMatching: false });
  return id;
}

test('a move that was cut off in the middle goes on where it was, and nobody is told twice', async () => {
  await using engine = await startTestEngine();
  const id = await thirtyWaiting(engine);
  const { client } = engine.db;
  const runIds = (await client.run.findMany({ where: { journeyId: id }, orderBy: { id: 'asc' } })).map((run) => run.id);
  const runtime = createRuntime({ db: engine.db, clock: engine.clock });
  await client.outboxItem.deleteMany();
  // What a process leaves that died after twenty leads, before it noted them.
  await runtime.changeVersions({ workspaceId: engine.workspaceId, journeyId: id, version: 2, plan, runIds: runIds.slice(0, 20) });
  const job = { workspaceId: engine.workspaceId, journeyId: id, version: 2, nodeIds: ['rest'], plan, total: 30, createdBy: 'x' };
  await client.moveJob.create({ data: { ...job, status: 'running', done: 10, moved: 10, cursor: runIds[9] ?? '', leaseUntil: new Date(0) } });
  const done = await eventually(async () => {
    const found = await client.moveJob.findFirst({ where: { journeyId: id } });
    return found?.status === 'done' ? found : null;
  });
  expect(done.moved).toBe(20);
  expect(await client.run.count({ where: { journeyId: id, version: 2 } })).toBe(30);
  const signals = await client.outboxItem.groupBy({ by: ['runId'], where: { kind: 'signal' }, _count: { _all: true } });
  expect(signals.map(({ _count }) => _count._all)).toEqual(Array(30).fill(1));
  expect(await client.trailEntry.count({ where: { journeyId: id, because: { path: ['code'], equals: 'run.moved-keeping' } } })).toBe(30);
});

test('a move that somebody stops moves nobody further', async () => {
  await using engine = await startTestEngine();
  const id = await thirtyWaiting(engine);
  const { client } = engine.db;
  const job = { workspaceId: engine.workspaceId, journeyId: id, version: 2, nodeIds: ['rest'], plan, total: 30, createdBy: 'x' };
  const { id: jobId } = await client.moveJob.create({ data: { ...job, status: 'running', leaseUntil: new Date(Date.now() + 60_000) } });
  await (await engine.as('marketer')).api.journeys.cancelMove.mutate({ id });
  await client.moveJob.update({ where: { id: jobId }, data: { leaseUntil: null } });
  expect(await moveJobs({ db: engine.db, runtime: engine.engine.runtime, clock: engine.clock }).claim()).toBeNull();
  expect(await client.run.count({ where: { journeyId: id, version: 2 } })).toBe(0);
});

test('going back takes along the leads of the version that is replaced, if that is said, and no others', async () => {
  await using engine = await startTestEngine();
  const id = await thirtyWaiting(engine);
  const marketer = await engine.as('marketer');
  const { client } = engine.db;
  await letIn(marketer, id, ['late1', 'late2']);
  for (const run of await client.run.findMany({ where: { journeyId: id, version: 2 } }))
    await engine.engine.runtime.advance({ runId: run.id, step: 0, fact: { type: 'entered' } });
  await marketer.api.journeys.rollBack.mutate({ id, number: 1, replaces: 2, note: '', leads: 'now' });
  await eventually(async () => (await marketer.api.journeys.move.query({ id }))?.status === 'done');
  expect(await marketer.api.journeys.move.query({ id })).toMatchObject({ version: 3, total: 2, moved: 2 });
  expect(await client.run.groupBy({ by: ['version'], where: { journeyId: id }, _count: { _all: true }, orderBy: { version: 'asc' } })).toEqual([
    { version: 1, _count: { _all: 30 } },
    { version: 3, _count: { _all: 2 } },
  ]);
});
