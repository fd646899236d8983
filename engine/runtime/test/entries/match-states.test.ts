import { DAY } from '@tendril/journey/model';
import { createRuntime, noteMembers } from '@tendril/runtime';
import { expect, test } from 'vitest';
import { START, startWorkspace, type TestWorkspace } from '../start-workspace.ts';

const OVER = ['exit', { outcome: 'over' }] as const;
const AGAIN = { reentry: 'after-exit' } as const;

/** A journey that gives a lead who shows itself by `event` points or a tag. */
const giving = (workspace: TestWorkspace, event: string, kind: string, config: { [key: string]: string | number }) =>
  workspace.publish({ in: ['entry-event', { event }, 'give'], give: [kind, config, 'out'], out: OVER }, AGAIN);

async function walk(workspace: TestWorkspace, journeyId: string): Promise<void> {
  const runs = await workspace.db.client.run.findMany({ where: { journeyId, status: 'running' } });
  for (const run of runs) await workspace.step(run.id, 0, { type: 'entered' });
}

const runsOf = ({ db }: TestWorkspace, journeyId: string) => db.client.run.findMany({ where: { journeyId }, orderBy: { startedAt: 'asc' } });

test('a lead comes in when its score crosses the line, once, in the transaction of the change', async () => {
  await using workspace = await startWorkspace();
  const journeyId = await workspace.publish({
    in: ['entry-score', { watch: 'stage', direction: 'rises-to', value: 8 }, 'out'],
    out: OVER,
  });
  const giver = await giving(workspace, 'Asked', 'adjust-score', { dimension: 'stage', points: 5 });
  const { leadId } = await workspace.lead({ fields: { email: 'li@example.com' } });
  for (let nth = 0; nth < 3; nth += 1) {
    await workspace.events({ name: 'Asked', email: 'li@example.com' });
    await walk(workspace, giver);
    expect(await runsOf(workspace, journeyId)).toHaveLength(nth === 0 ? 0 : 1);
  }
  expect(await workspace.db.client.entryMember.findMany()).toEqual([{ journeyId, nodeId: 'in', leadId }]);
});

test('a tag that gains weight lets its lead in', async () => {
  await using workspace = await startWorkspace();
  const journeyId = await workspace.publish({ in: ['entry-tag', { tag: 'hot', weight: 2 }, 'out'], out: OVER });
  const giver = await giving(workspace, 'Asked', 'tag', { tag: 'hot', weight: 1 });
  await workspace.events({ name: 'Asked', email: 'li@example.com' });
  await walk(workspace, giver);
  expect(await runsOf(workspace, journeyId)).toHaveLength(0);
  await workspace.events({ name: 'Asked', email: 'li@example.com' });
  await walk(workspace, giver);
  expect(await runsOf(workspace, journeyId)).toHaveLength(1);
});

test('what time alone makes true is found by sweeping, by several at once, and starts one run', async () => {
  await using workspace = await startWorkspace();
  const { id: workspaceId, db, clock } = workspace;
  const giver = await giving(workspace, 'Asked', 'adjust-score', { dimension: 'behaviour', points: 20 });
  await workspace.events({ name: 'Asked', email: 'li@example.com' });
  await walk(workspace, giver);
  const journeyId = await workspace.publish({
    in: ['entry-score', { watch: 'behaviour', direction: 'falls-below', value: 5 }, 'out'],
    out: OVER,
  });
  await workspace.runtime.sweepStates({ workspaceId });
  expect(await runsOf(workspace, journeyId)).toHaveLength(0);
  clock.at += 365 * DAY;
  const others = [workspace.runtime, createRuntime({ db, clock }), createRuntime({ db, clock })];
  await Promise.all(others.map((runtime) => runtime.sweepStates({ workspaceId })));
  expect(await runsOf(workspace, journeyId)).toHaveLength(1);
  expect(await workspace.runtime.sweepStates({ workspaceId })).toEqual({ looked: 0 });
});

test('who matches already when a version goes live does not come in by it', async () => {
  await using workspace = await startWorkspace();
  const { id, db } = workspace;
  await workspace.lead({ fields: { email: 'li@example.com' } });
  const journeyId = await workspace.publish({ in: ['entry-score', { watch: 'total', direction: 'falls-below', value: 500 }, 'out'], out: OVER });
  await db.client.$transaction((tx) => noteMembers({ tx, workspace: { id, timeZone: 'Asia/Shanghai' }, now: START }, journeyId));
  await workspace.runtime.sweepStates({ workspaceId: id });
  expect(await runsOf(workspace, journeyId)).toHaveLength(0);
  await workspace.lead({ fields: { email: 'wang@example.com' } });
  expect(await runsOf(workspace, journeyId)).toHaveLength(1);
});
