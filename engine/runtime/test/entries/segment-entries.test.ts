import type { Condition } from '@tendril/journey/model';
import { noteMembers } from '@tendril/runtime';
import { expect, test } from 'vitest';
import { START, startWorkspace, type TestWorkspace } from '../start-workspace.ts';

const OVER = ['exit', { outcome: 'over' }] as const;
const inCity = (city: string): Condition => ({ test: { of: 'attribute', field: 'city' }, operator: 'is', value: city });

const save = ({ db, id }: TestWorkspace, condition: Condition) =>
  db.client.segment.upsert({
    where: { workspaceId_name: { workspaceId: id, name: 'near' } },
    create: { workspaceId: id, name: 'near', condition: condition as object, createdBy: 'somebody' },
    update: { condition: condition as object },
  });
const entry = (workspace: TestWorkspace, when: 'enters' | 'leaves') =>
  workspace.publish({ in: ['entry-segment', { segment: 'near', when }, 'out'], out: OVER });
const count = ({ db }: TestWorkspace, journeyId: string) => db.client.run.count({ where: { journeyId } });
const live = (workspace: TestWorkspace, email: string, city: string) => workspace.lead({ fields: { email, city }, policy: 'overwrite' });

test('a lead comes in as it gets into a segment, and by another entry as it leaves, in the transaction of the change', async () => {
  await using workspace = await startWorkspace();
  await save(workspace, inCity('Hangzhou'));
  const entering = await entry(workspace, 'enters');
  const leaving = await entry(workspace, 'leaves');
  const both = async () => [await count(workspace, entering), await count(workspace, leaving)];
  await live(workspace, 'li@example.com', 'Shanghai');
  expect(await both()).toEqual([0, 0]);
  await live(workspace, 'li@example.com', 'Hangzhou');
  expect(await both()).toEqual([1, 0]);
  await live(workspace, 'li@example.com', 'Shanghai');
  expect(await both()).toEqual([1, 1]);
});

test('a changed condition counts as getting in and leaving, at the next look and once', async () => {
  await using workspace = await startWorkspace();
  const { id: workspaceId, runtime, db } = workspace;
  await save(workspace, inCity('Hangzhou'));
  await live(workspace, 'li@example.com', 'Hangzhou');
  await live(workspace, 'wang@example.com', 'Suzhou');
  const entering = await entry(workspace, 'enters');
  const leaving = await entry(workspace, 'leaves');
  const workspaceNow = { id: workspaceId, timeZone: 'Asia/Shanghai' };
  for (const id of [entering, leaving]) await db.client.$transaction((tx) => noteMembers({ tx, workspace: workspaceNow, now: START }, id));
  await runtime.sweepStates({ workspaceId });
  expect([await count(workspace, entering), await count(workspace, leaving)]).toEqual([0, 0]);
  await save(workspace, inCity('Suzhou'));
  await runtime.sweepStates({ workspaceId });
  await runtime.sweepStates({ workspaceId });
  const cameIn = async (journeyId: string) => {
    const runs = await db.client.run.findMany({ where: { journeyId } });
    return (await db.client.lead.findMany({ where: { id: { in: runs.map((run) => run.leadId) } } })).map(({ email }) => email);
  };
  expect(await cameIn(entering)).toEqual(['wang@example.com']);
  expect(await cameIn(leaving)).toEqual(['li@example.com']);
});

test('a segment may ask for any event', async () => {
  await using workspace = await startWorkspace();
  await save(workspace, { test: { of: 'events', name: 'Asked', measure: 'count' }, operator: 'gte', value: 2 });
  const journeyId = await entry(workspace, 'enters');
  await workspace.events({ name: 'Asked', email: 'li@example.com' });
  expect(await count(workspace, journeyId)).toBe(0);
  workspace.clock.at += 1;
  await workspace.events({ name: 'Asked', email: 'li@example.com' });
  expect(await count(workspace, journeyId)).toBe(1);
});

test('publishing while the journey is paused forgets nobody, so nobody comes in by it as it goes on', async () => {
  await using workspace = await startWorkspace();
  const { id: workspaceId, db } = workspace;
  await save(workspace, inCity('Hangzhou'));
  await live(workspace, 'li@example.com', 'Hangzhou');
  const journeyId = await entry(workspace, 'enters');
  await db.client.journey.update({ where: { id: journeyId }, data: { status: 'paused' } });
  await db.client.$transaction((tx) => noteMembers({ tx, workspace: { id: workspaceId, timeZone: 'Asia/Shanghai' }, now: START }, journeyId));
  await db.client.journey.update({ where: { id: journeyId }, data: { status: 'live' } });
  await workspace.runtime.sweepStates({ workspaceId });
  expect(await count(workspace, journeyId)).toBe(0);
});
