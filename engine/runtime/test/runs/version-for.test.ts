import { expect, test } from 'vitest';
import { START, startWorkspace, type TestWorkspace } from '../start-workspace.ts';

const steps = { come: ['entry-new-lead', {}, 'rest'], rest: ['wait', { for: '5d' }, 'over'], over: ['exit', {}] } as const;

async function onTrial({ db, id }: TestWorkspace, journeyId: string, percent: number): Promise<string> {
  const live = await db.client.journeyVersion.findFirstOrThrow({ where: { journeyId, number: 1 } });
  await db.client.journeyVersion.create({ data: { ...live, document: live.document as object, number: 2 } });
  const canary = { workspaceId: id, journeyId, version: 2, against: 1, percent, limits: {}, choices: {}, startedBy: 'x', startedAt: new Date(START) };
  return (await db.client.canary.create({ data: canary })).id;
}

const come = async (workspace: TestWorkspace, count: number, prefix: string) => {
  for (let index = 0; index < count; index += 1) await workspace.lead({ fields: { email: `${prefix}${index}@example.com` } });
};

test('about the chosen share of the leads comes in by the version on trial, until it ends', async () => {
  await using workspace = await startWorkspace();
  const journeyId = await workspace.publish(steps);
  const id = await onTrial(workspace, journeyId, 30);
  await come(workspace, 120, 'a');
  const { client } = workspace.db;
  const trial = await client.run.count({ where: { journeyId, version: 2 } });
  expect(trial).toBeGreaterThan(120 * 0.15);
  expect(trial).toBeLessThan(120 * 0.45);
  expect(await client.run.count({ where: { journeyId } })).toBe(120);
  await client.canary.update({ where: { id }, data: { status: 'stopped' } });
  await come(workspace, 20, 'b');
  expect(await client.run.count({ where: { journeyId, version: 2 } })).toBe(trial);
});

test('a trial against a version that is no longer live lets nobody in', async () => {
  await using workspace = await startWorkspace();
  const journeyId = await workspace.publish(steps);
  const id = await onTrial(workspace, journeyId, 99);
  await workspace.db.client.canary.update({ where: { id }, data: { against: 7 } });
  await come(workspace, 8, 'a');
  expect(await workspace.db.client.run.count({ where: { journeyId, version: 2 } })).toBe(0);
});
