import type { JsonObject } from '@tendril/journey/model';
import { describe, expect, test } from 'vitest';
import { START, startWorkspace, type TestWorkspace } from '../start-workspace.ts';

const DAY = 86_400_000;
const email = 'wang@cn001.example';

/** Runs a lead through one step of a journey that has only this node. */
async function through(workspace: TestWorkspace, kind: string, config: JsonObject, fields = {}) {
  const journeyId = await workspace.publish({ in: ['entry-manual', {}, 'act'], act: [kind, config, 'out'], out: ['exit', {}] });
  const { leadId } = await workspace.lead({ fields: { email, ...fields } });
  await workspace.runtime.enrol({ workspaceId: workspace.id, journeyId, leadId });
  const { id: runId } = await workspace.onlyRun(journeyId);
  expect(await workspace.step(runId, 0, { type: 'entered' })).toEqual({ do: 'done', outcome: 'finished' });
  const view = await workspace.runtime.snapshot({ workspaceId: workspace.id, leadId, events: ['*'] });
  if (view === null) throw new Error('The lead is gone.');
  return { leadId, runId, view };
}

describe('a journey changes its lead', () => {
  test('by a field, and the fit follows', async () => {
    await using workspace = await startWorkspace();
    const { view } = await through(workspace, 'set-attribute', { field: 'title', value: 'CTO' }, { title: '学生' });
    expect(view).toMatchObject({ attributes: { title: 'CTO' }, score: { fit: 0 } });
    const held = await workspace.db.client.scoreEntry.groupBy({ by: ['ruleKey'], _sum: { points: true } });
    expect(Object.fromEntries(held.map((row) => [row.ruleKey, row._sum.points]))).toMatchObject({ 'wrong-role': 0, 'title-decision-maker': 12 });
  });

  test('by a free attribute, its pool and its stage', async () => {
    await using workspace = await startWorkspace();
    expect((await through(workspace, 'set-attribute', { field: 'round', value: 2 })).view.attributes['round']).toBe(2);
    expect((await through(workspace, 'move-to-pool', { pool: 'assignable' })).view.pool).toBe('assignable');
    expect((await through(workspace, 'set-stage', { stage: 'mql' })).view.stage).toBe('mql');
  });

  test('by a tag, whose weight fades by 30 % in a week', async () => {
    await using workspace = await startWorkspace();
    const { leadId, view } = await through(workspace, 'tag', { tag: '获客', action: 'add', weight: 2 });
    expect(view.tags).toEqual({ 获客: 2 });
    workspace.clock.at = START + 7 * DAY;
    const later = await workspace.runtime.snapshot({ workspaceId: workspace.id, leadId });
    expect(later?.tags['获客']).toBeCloseTo(1.4, 9);
  });

  test('by points, which the ledger shows with their place', async () => {
    await using workspace = await startWorkspace();
    const { view, runId } = await through(workspace, 'adjust-score', { dimension: 'behaviour', points: 15 });
    expect(view.score.behaviour).toBe(15);
    expect(await workspace.db.client.scoreEntry.findFirstOrThrow({ where: { ruleKey: null } })).toMatchObject({
      points: 15,
      reason: { runId, nodeId: 'act' },
    });
  });

  test('by an event, which starts other journeys like any event', async () => {
    await using workspace = await startWorkspace();
    const other = await workspace.publish({ in: ['entry-event', { event: 'Nurture Finished' }, 'out'], out: ['exit', {}] });
    const { view, leadId } = await through(workspace, 'emit-event', { event: 'Nurture Finished', properties: { round: 1 } });
    expect(view.events).toMatchObject([{ name: 'Nurture Finished', at: START, properties: { round: 1 } }]);
    expect(await workspace.onlyRun(other)).toMatchObject({ leadId });
  });
});

describe('a journey that calls another', () => {
  const calling = (journey: string) =>
    ({
      in: ['entry-manual', {}, 'call'],
      call: ['sub-journey', { journey, wait: true, timeout: '30d' }, { next: 'out', timeout: 'late' }],
      out: ['exit', { outcome: 'back' }],
      late: ['exit', { outcome: 'late' }],
    }) as const;

  test('waits for its end and hears of it', async () => {
    await using workspace = await startWorkspace();
    const { db, id: workspaceId, runtime } = workspace;
    const called = await workspace.publish({
      in: ['entry-manual', {}, 'wait'],
      wait: ['wait', { for: '1d' }, 'out'],
      out: ['exit', { outcome: 'read it all' }],
    });
    const caller = await workspace.publish(calling(called));
    const { leadId } = await workspace.lead({ fields: { email } });
    const enrolled = await runtime.enrol({ workspaceId, journeyId: caller, leadId });
    const parent = enrolled.enrolled ? enrolled.runId : '';
    expect(await workspace.step(parent, 0, { type: 'entered' })).toMatchObject({ do: 'wait' });
    const child = await workspace.onlyRun(called);
    await workspace.step(child.id, 0, { type: 'entered' });
    workspace.clock.at = START + DAY;
    await db.client.outboxItem.deleteMany();
    await workspace.step(child.id, 1, { type: 'woken' });
    const event = await db.client.event.findFirstOrThrow({ where: { name: 'Journey Ended' } });
    expect(event.properties).toEqual({ parentRunId: parent, runId: child.id, journeyId: called, outcome: 'read it all' });
    expect(await workspace.outbox()).toEqual([{ kind: 'signal', runId: parent, payload: { type: 'event', eventId: event.id } }]);
    expect(await workspace.step(parent, 1, { type: 'event', eventId: event.id })).toEqual({ do: 'done', outcome: 'back' });
  });

  test('that does not let the lead in does not wait for ever', async () => {
    await using workspace = await startWorkspace();
    const { db, id: workspaceId, runtime } = workspace;
    const called = await workspace.publish({ in: ['entry-manual', {}, 'out'], out: ['exit', {}] });
    await db.client.journey.update({ where: { id: called }, data: { status: 'archived' } });
    const caller = await workspace.publish(calling(called));
    const { leadId } = await workspace.lead({ fields: { email } });
    await runtime.enrol({ workspaceId, journeyId: caller, leadId });
    const { id: parent } = await workspace.onlyRun(caller);
    await workspace.step(parent, 0, { type: 'entered' });
    const told = (await workspace.outbox()).at(-1)?.payload as { eventId: string };
    expect(await workspace.step(parent, 1, { type: 'event', eventId: told.eventId })).toEqual({ do: 'done', outcome: 'back' });
  });
});

test('a run that waits for its lead to change looks again when anybody changes it', async () => {
  await using workspace = await startWorkspace();
  await workspace.publish({
    in: ['entry-new-lead', {}, 'until'],
    until: [
      'wait-for-event',
      { events: [], condition: { test: { of: 'pool' }, operator: 'is', value: 'sales' }, timeout: '30d' },
      { happened: 'out', timeout: 'out' },
    ],
    out: ['exit', {}],
  });
  const { leadId, runIds } = await workspace.lead({ fields: { email } });
  const runId = runIds[0] ?? '';
  await workspace.step(runId, 0, { type: 'entered' });
  await workspace.db.client.outboxItem.deleteMany();
  const mover = await workspace.publish({ in: ['entry-manual', {}, 'move'], move: ['move-to-pool', { pool: 'sales' }, 'out'], out: ['exit', {}] });
  await workspace.runtime.enrol({ workspaceId: workspace.id, journeyId: mover, leadId });
  const { id: moving } = await workspace.onlyRun(mover);
  await workspace.step(moving, 0, { type: 'entered' });
  expect(await workspace.outbox()).toContainEqual({ kind: 'signal', runId, payload: { type: 'recheck' } });
  expect(await workspace.step(runId, 1, { type: 'recheck' })).toEqual({ do: 'done', outcome: 'finished' });
});
