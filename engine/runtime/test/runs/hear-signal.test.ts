import type { RunSignal } from '@tendril/journey/wire';
import { describe, expect, test } from 'vitest';
import { startWorkspace, type TestWorkspace } from '../start-workspace.ts';

const DAY = 86_400_000;

async function enter(workspace: TestWorkspace, { timeout = '3d' }: { timeout?: string } = {}) {
  const { leadId } = await workspace.lead({ fields: { email: 'wang@cn001.example' } });
  const journeyId = await workspace.publish({
    in: ['entry-manual', {}, 'visit'],
    visit: ['wait-for-event', { events: [{ event: 'Page Viewed' }], timeout }, { happened: 'answer', timeout: 'out' }],
    answer: ['wait-for-event', { events: [{ event: 'Price Requested' }], timeout: '30d' }, { happened: 'tell', timeout: 'out' }],
    tell: ['call-webhook', { url: 'https://crm.example/leads' }, { next: 'out', failed: 'out' }],
    out: ['exit', { outcome: 'done' }],
  });
  const enrolled = await workspace.runtime.enrol({ workspaceId: workspace.id, journeyId, leadId });
  if (!enrolled.enrolled) throw new Error(enrolled.because.code);
  const { runId } = enrolled;
  const begin = await workspace.runtime.beginRun({ runId });
  await workspace.db.client.outboxItem.updateMany({ data: { deliveredAt: new Date(workspace.clock.at) } });
  return { leadId, runId, begin };
}

/** Lets the dispatcher's part be done for whatever is due. */
async function hearAll(workspace: TestWorkspace): Promise<(RunSignal | null)[]> {
  const items = await workspace.db.client.outboxItem.findMany({ where: { deliveredAt: null }, orderBy: { id: 'asc' } });
  const told: (RunSignal | null)[] = [];
  for (const { id, runId } of items) told.push(await workspace.runtime.hearSignal({ id, runId }));
  return told;
}

describe('a signal in the outbox', () => {
  test('is decided at once, and Temporal hears nothing of a wait that ends later than the one it knows', async () => {
    await using workspace = await startWorkspace();
    const { leadId, runId, begin } = await enter(workspace);
    expect(begin).toEqual({ step: 0, next: { do: 'wait', until: workspace.clock.at + 3 * DAY } });
    await workspace.events({ name: 'Page Viewed', leadId });
    expect(await hearAll(workspace)).toEqual([null]);
    const run = await workspace.db.client.run.findUniqueOrThrow({ where: { id: runId } });
    expect(run).toMatchObject({ step: 1, nodeId: 'answer' });
    expect(await workspace.db.client.outboxItem.count({ where: { deliveredAt: null } })).toBe(0);
    // Temporal's timer rings after the three days it knows of: the record says to sleep on.
    expect(await workspace.step(runId, 1, { type: 'woken' })).toEqual({ do: 'wait', until: workspace.clock.at + 30 * DAY });
  });

  test('brings the step it has led to, the same if it is delivered again', async () => {
    await using workspace = await startWorkspace();
    const { leadId, runId } = await enter(workspace);
    await workspace.events({ name: 'Page Viewed', leadId });
    await hearAll(workspace);
    await workspace.events({ name: 'Price Requested', leadId });
    const told: RunSignal = { type: 'decided', step: 2, next: { do: 'perform', effect: 'callWebhook', queue: 'webhook' } };
    expect(await hearAll(workspace)).toEqual([told]);
    expect(await hearAll(workspace)).toEqual([told]);
    expect((await workspace.db.client.run.findUniqueOrThrow({ where: { id: runId } })).step).toBe(2);
  });

  test('is told when its wait ends before the timer that Temporal has set', async () => {
    await using workspace = await startWorkspace();
    const { leadId, runId } = await enter(workspace, { timeout: '90d' });
    await workspace.events({ name: 'Page Viewed', leadId });
    expect(await hearAll(workspace)).toEqual([{ type: 'decided', step: 1, next: { do: 'wait', until: workspace.clock.at + 30 * DAY } }]);
    expect(await workspace.runtime.beginRun({ runId })).toEqual({ step: 1, next: { do: 'wait', until: workspace.clock.at + 30 * DAY } });
  });

  test('waits for the effect under way, whose decision sees what is on record', async () => {
    await using workspace = await startWorkspace();
    const { leadId, runId } = await enter(workspace);
    for (const name of ['Page Viewed', 'Price Requested']) {
      await workspace.events({ name, leadId });
      await hearAll(workspace);
    }
    await workspace.db.client.outboxItem.updateMany({ data: { deliveredAt: new Date(workspace.clock.at) } });
    const item = await workspace.db.client.outboxItem.create({
      data: { workspaceId: workspace.id, runId, kind: 'signal', payload: { type: 'recheck' } },
    });
    expect(await workspace.runtime.hearSignal({ id: item.id, runId })).toBeNull();
    expect(await workspace.step(runId, 3, { type: 'failed', code: 'effect-failed' })).toEqual({ do: 'done', outcome: 'done' });
  });

  test('ends the workflow of a run that was ended from outside', async () => {
    await using workspace = await startWorkspace();
    const { runId } = await enter(workspace);
    await workspace.runtime.removeRun({ workspaceId: workspace.id, runId, by: 'Li' });
    expect(await hearAll(workspace)).toEqual([{ type: 'decided', step: 1, next: { do: 'done', outcome: 'cancelled' } }]);
    expect(await workspace.runtime.beginRun({ runId })).toBeNull();
  });

  test('of a run that has gone on further than its record reaches is answered with the newest decision and its step', async () => {
    await using workspace = await startWorkspace();
    const { runId } = await enter(workspace);
    for (let nth = 0; nth < 40; nth += 1) {
      await workspace.db.client.outboxItem.create({ data: { workspaceId: workspace.id, runId, kind: 'signal', payload: { type: 'recheck' } } });
    }
    expect(new Set(await hearAll(workspace))).toEqual(new Set([null]));
    expect(await workspace.step(runId, 1, { type: 'woken' })).toEqual({ do: 'wait', until: workspace.clock.at + 3 * DAY, step: 40 });
  });
});
