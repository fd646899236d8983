import { compile } from '@tendril/journey/compile';
import { DAY, type JourneyDocument } from '@tendril/journey/model';
import { builtInNodeTypes } from '@tendril/journey/nodes';
import type { MoveChoice, MovePlan } from '@tendril/journey/versions';
import { describe, expect, test } from 'vitest';
import { START, startWorkspace, type TestWorkspace } from '../start-workspace.ts';

const steps = { come: ['entry-new-lead', {}, 'rest'], rest: ['wait', { for: '5d' }, 'over'], over: ['exit', { outcome: 'old' }] } as const;

/** Publishes the journey anew with a drawing made from the first version's. */
async function nextVersion({ db }: TestWorkspace, journeyId: string, change: (document: JourneyDocument) => JourneyDocument): Promise<number> {
  const first = await db.client.journeyVersion.findFirstOrThrow({ where: { journeyId, number: 1 } });
  const number = 1 + (await db.client.journeyVersion.count({ where: { journeyId } }));
  const document = JSON.parse(JSON.stringify(change(first.document as unknown as JourneyDocument)));
  const compiled = compile(document, { nodeTypes: builtInNodeTypes });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.diagnostics));
  const program = JSON.parse(JSON.stringify(compiled.program));
  await db.client.program.createMany({ data: [{ hash: program.hash, program }], skipDuplicates: true });
  await db.client.journeyVersion.create({ data: { journeyId, number, document, programHash: program.hash, publishedAt: new Date(START) } });
  await db.client.journey.update({ where: { id: journeyId }, data: { liveVersion: number } });
  return number;
}

const newEnd = (document: JourneyDocument): JourneyDocument => ({
  ...document,
  nodes: document.nodes.map((node) => (node.id === 'over' ? { ...node, config: { outcome: 'new' } } : node)),
});

const withWait =
  (length: string) =>
  (document: JourneyDocument): JourneyDocument => ({
    ...newEnd(document),
    nodes: newEnd(document).nodes.map((node) => (node.id === 'rest' ? { ...node, config: { for: length } } : node)),
  });

const withoutWait = (document: JourneyDocument): JourneyDocument => ({
  ...newEnd(document),
  nodes: newEnd(document).nodes.filter(({ id }) => id !== 'rest'),
  edges: [{ from: 'come', port: 'next', to: 'over' }],
});

const only = (choice: MoveChoice): MovePlan => ({ steps: { rest: choice }, rest: { do: 'finish' } });

/** A lead that waits in version 1, four days before its wait ends. */
async function waitingLead(workspace: TestWorkspace): Promise<{ readonly journeyId: string; readonly runId: string }> {
  const journeyId = await workspace.publish(steps);
  const { runIds } = await workspace.lead({ fields: { email: 'a@example.com' } });
  const runId = runIds[0] ?? '';
  await workspace.step(runId, 0, { type: 'entered' });
  await workspace.db.client.outboxItem.deleteMany();
  return { journeyId, runId };
}

const trailOf = async ({ db }: TestWorkspace, runId: string) =>
  (await db.client.trailEntry.findMany({ where: { runId }, orderBy: [{ step: 'asc' }, { seq: 'asc' }] })).map(({ nodeId, because }) => ({
    nodeId,
    code: (because as { code: string }).code,
  }));

describe('a waiting lead that goes over now', () => {
  test.each([
    ['recompute', '3d', { do: 'done', outcome: 'new' }],
    ['recompute', '9d', { do: 'wait', until: START + 9 * DAY }],
    ['keep', '3d', { do: 'wait', until: START + 5 * DAY }],
    ['keep', '9d', { do: 'wait', until: START + 5 * DAY }],
  ] as const)('%s, with a wait of %s in the new version', async (wait, length, answer) => {
    await using workspace = await startWorkspace();
    const { journeyId, runId } = await waitingLead(workspace);
    const version = await nextVersion(workspace, journeyId, withWait(length));
    const input = { workspaceId: workspace.id, journeyId, version, plan: only({ do: 'now', wait }), runIds: [runId] };
    workspace.clock.at = START + 4 * DAY;
    expect(await workspace.runtime.changeVersions(input)).toEqual({ over: 1, later: 0, left: 0 });
    expect(await workspace.runtime.changeVersions(input)).toEqual({ over: 0, later: 0, left: 0 });
    expect(await workspace.outbox()).toEqual([{ kind: 'signal', runId, payload: { type: 'recheck' } }]);
    expect(await workspace.step(runId, 1, { type: 'recheck' })).toEqual(answer);
    expect((await trailOf(workspace, runId))[2]).toEqual({ nodeId: 'rest', code: wait === 'keep' ? 'run.moved-keeping' : 'run.moved' });
    if (wait === 'recompute') return;
    workspace.clock.at = START + 5 * DAY;
    expect(await workspace.step(runId, 2, { type: 'woken' })).toEqual({ do: 'done', outcome: 'new' });
  });

  test('stays if another step was meant, and is left alone by a version that does not exist', async () => {
    await using workspace = await startWorkspace();
    const { journeyId, runId } = await waitingLead(workspace);
    const version = await nextVersion(workspace, journeyId, withWait('3d'));
    const plan: MovePlan = { steps: { over: { do: 'leave' } }, rest: { do: 'finish' } };
    const input = { workspaceId: workspace.id, journeyId, version, plan, runIds: [runId] };
    const nobody = { over: 0, later: 0, left: 0 };
    expect(await workspace.runtime.changeVersions(input)).toEqual(nobody);
    expect(await workspace.runtime.changeVersions({ ...input, version: 7, plan: only({ do: 'leave' }) })).toEqual(nobody);
    expect(await workspace.outbox()).toEqual([]);
  });
});

describe('a lead that goes over at the next step', () => {
  test('leaves its step by the old version and goes on by the new one', async () => {
    await using workspace = await startWorkspace();
    const { journeyId, runId } = await waitingLead(workspace);
    const version = await nextVersion(workspace, journeyId, withWait('9d'));
    const input = { workspaceId: workspace.id, journeyId, version, plan: only({ do: 'next' }), runIds: [runId] };
    expect(await workspace.runtime.changeVersions(input)).toEqual({ over: 0, later: 1, left: 0 });
    expect(await workspace.runtime.changeVersions(input)).toEqual({ over: 0, later: 0, left: 0 });
    expect(await workspace.outbox()).toEqual([]);
    workspace.clock.at = START + 5 * DAY;
    expect(await workspace.step(runId, 1, { type: 'woken' })).toEqual({ do: 'done', outcome: 'new' });
    expect(await workspace.db.client.run.findUniqueOrThrow({ where: { id: runId } })).toMatchObject({ version, moveTo: null });
    expect((await trailOf(workspace, runId)).map(({ code }) => code).filter((code) => code.startsWith('run.'))).toEqual([
      'run.goes-over-later',
      'run.went-over',
    ]);
  });

  test('stays where it is if the new version lacks the step it comes to, and if another version has gone live since', async () => {
    await using workspace = await startWorkspace();
    const { journeyId, runId } = await waitingLead(workspace);
    const version = await nextVersion(workspace, journeyId, withWait('9d'));
    await workspace.runtime.changeVersions({ workspaceId: workspace.id, journeyId, version, plan: only({ do: 'next' }), runIds: [runId] });
    await nextVersion(workspace, journeyId, withWait('7d'));
    workspace.clock.at = START + 5 * DAY;
    expect(await workspace.step(runId, 1, { type: 'woken' })).toEqual({ do: 'done', outcome: 'old' });
    expect(await workspace.db.client.run.findUniqueOrThrow({ where: { id: runId } })).toMatchObject({ version: 1 });
  });

  test('one that has not made its first step goes over on leaving its entry', async () => {
    await using workspace = await startWorkspace();
    const journeyId = await workspace.publish(steps);
    const { runIds } = await workspace.lead({ fields: { email: 'a@example.com' } });
    const runId = runIds[0] ?? '';
    const version = await nextVersion(workspace, journeyId, withWait('3d'));
    const plan: MovePlan = { steps: {}, rest: { do: 'now', wait: 'recompute' } };
    expect(await workspace.runtime.changeVersions({ workspaceId: workspace.id, journeyId, version, plan, runIds: [runId] })).toMatchObject({
      later: 1,
    });
    expect(await workspace.step(runId, 0, { type: 'entered' })).toEqual({ do: 'wait', until: START + 3 * DAY });
    expect(await workspace.db.client.run.findUniqueOrThrow({ where: { id: runId } })).toMatchObject({ version, nodeId: 'rest' });
  });
});

test('an effect under way is settled by the version that decided it; then the lead goes over', async () => {
  await using workspace = await startWorkspace();
  await workspace.db.client.template.create({ data: { workspaceId: workspace.id, key: 'hello', channel: 'email', name: 'Hello', body: '' } });
  const journeyId = await workspace.publish({
    come: ['entry-new-lead', {}, 'write'],
    write: ['send-email', { template: 'hello', topic: 'nurture', consent: 'not-withdrawn' }, 'over'],
    over: ['exit', { outcome: 'old' }],
  });
  const { runIds } = await workspace.lead({ fields: { email: 'a@example.com' } });
  const runId = runIds[0] ?? '';
  expect(await workspace.step(runId, 0, { type: 'entered' })).toMatchObject({ do: 'perform' });
  const version = await nextVersion(workspace, journeyId, newEnd);
  for (const choice of [
    { do: 'now', wait: 'recompute' },
    { do: 'go-on', at: 'over' },
  ] as const) {
    const plan: MovePlan = { steps: { write: choice }, rest: { do: 'finish' } };
    expect(await workspace.runtime.changeVersions({ workspaceId: workspace.id, journeyId, version, plan, runIds: [runId] })).toMatchObject({
      over: 0,
      later: 1,
    });
    expect(await workspace.db.client.run.findUniqueOrThrow({ where: { id: runId } })).toMatchObject({ version: 1 });
  }
  expect(await workspace.runtime.advance({ runId, step: 1, fact: { type: 'performed', outcome: 'sent' } })).toEqual({ do: 'done', outcome: 'new' });
});

test('a lead whose step is gone goes on at once at the step that was chosen', async () => {
  await using workspace = await startWorkspace();
  const { journeyId, runId } = await waitingLead(workspace);
  const version = await nextVersion(workspace, journeyId, withoutWait);
  const input = { workspaceId: workspace.id, journeyId, version, plan: only({ do: 'go-on', at: 'over' }), runIds: [runId] };
  expect(await workspace.runtime.changeVersions(input)).toEqual({ over: 1, later: 0, left: 0 });
  expect(await workspace.outbox()).toEqual([{ kind: 'signal', runId, payload: { type: 'recheck' } }]);
  expect(await workspace.step(runId, 1, { type: 'recheck' })).toEqual({ do: 'done', outcome: 'new' });
  expect(await workspace.db.client.run.findUniqueOrThrow({ where: { id: runId } })).toMatchObject({ version, moveTo: null, nodeId: 'over' });
  expect((await trailOf(workspace, runId)).find(({ code }) => code === 'run.sent-on')).toMatchObject({ nodeId: 'over' });
});

test('a lead that is to leave leaves, with the reason in its trail', async () => {
  await using workspace = await startWorkspace();
  const { journeyId, runId } = await waitingLead(workspace);
  const version = await nextVersion(workspace, journeyId, withWait('3d'));
  const input = { workspaceId: workspace.id, journeyId, version, plan: only({ do: 'leave' }), runIds: [runId] };
  expect(await workspace.runtime.changeVersions(input)).toEqual({ over: 0, later: 0, left: 1 });
  expect(await workspace.step(runId, 1, { type: 'recheck' })).toEqual({ do: 'done', outcome: 'cancelled' });
  expect((await trailOf(workspace, runId)).at(-1)).toEqual({ nodeId: 'rest', code: 'run.left-at-publish' });
});
