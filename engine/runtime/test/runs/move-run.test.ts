import { compile } from '@tendril/journey/compile';
import { DAY } from '@tendril/journey/model';
import { builtInNodeTypes } from '@tendril/journey/nodes';
import { expect, test } from 'vitest';
import { START, startWorkspace, type TestWorkspace } from '../start-workspace.ts';

const steps = { come: ['entry-new-lead', {}, 'rest'], rest: ['wait', { for: '5d' }, 'over'], over: ['exit', { outcome: 'over' }] } as const;

/** Publishes the same journey with another wait as version 2. */
async function secondVersion({ db }: TestWorkspace, journeyId: string, length: string): Promise<void> {
  const first = await db.client.journeyVersion.findFirstOrThrow({ where: { journeyId } });
  const document = JSON.parse(JSON.stringify(first.document).replace('"5d"', `"${length}"`));
  const compiled = compile(document, { nodeTypes: builtInNodeTypes });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.diagnostics));
  const program = JSON.parse(JSON.stringify(compiled.program));
  await db.client.program.create({ data: { hash: program.hash, program } });
  await db.client.journeyVersion.create({ data: { journeyId, number: 2, document, programHash: program.hash, publishedAt: new Date(START) } });
  await db.client.journey.update({ where: { id: journeyId }, data: { liveVersion: 2 } });
}

test.each([
  ['a shorter wait that is over lets the lead go at once', '3d', { do: 'done', outcome: 'over' }],
  ['a longer wait counts the time already waited', '9d', { do: 'wait', until: START + 9 * DAY }],
])('a waiting lead goes over to another version: %s', async (_name, length, answer) => {
  await using workspace = await startWorkspace();
  const journeyId = await workspace.publish(steps);
  const { runIds } = await workspace.lead({ fields: { email: 'a@example.com' } });
  const runId = runIds[0] ?? '';
  const input = { workspaceId: workspace.id, runId, version: 2, nodeIds: ['rest'] };
  await secondVersion(workspace, journeyId, length);
  expect(await workspace.runtime.moveRun(input)).toBe(false); // has not made its first step
  await workspace.step(runId, 0, { type: 'entered' });
  await workspace.db.client.outboxItem.deleteMany();
  workspace.clock.at = START + 4 * DAY;
  expect(await workspace.runtime.moveRun({ ...input, nodeIds: ['over'] })).toBe(false);
  expect(await workspace.runtime.moveRun({ ...input, version: 7 })).toBe(false);
  expect([await workspace.runtime.moveRun(input), await workspace.runtime.moveRun(input)]).toEqual([true, false]);
  expect(await workspace.outbox()).toEqual([{ kind: 'signal', runId, payload: { type: 'recheck' } }]);
  expect(await workspace.step(runId, 1, { type: 'recheck' })).toEqual(answer);
  const trail = await workspace.db.client.trailEntry.findMany({ where: { runId, step: 0 }, orderBy: { seq: 'asc' } });
  expect(trail.at(-1)).toMatchObject({ nodeId: 'rest', because: { code: 'run.moved', params: { from: 1, to: 2 } } });
});
