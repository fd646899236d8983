import { describe, expect, test } from 'vitest';
import { startWorkspace, type TestWorkspace } from '../start-workspace.ts';

const desk = {
  in: ['entry-manual', {}, 'sdr'],
  sdr: [
    'hand-to-sdr',
    { acceptWithin: '4h', respondWithin: '5d' },
    { qualified: 'out', nurture: 'out', later: 'out', lost: 'out', invalid: 'out', 'no-response': 'out' },
  ],
  out: ['exit', {}],
} as const;

/** A lead that waits on the desk, and two dispositions. */
async function opened(workspace: TestWorkspace) {
  const { db, id: workspaceId, runtime } = workspace;
  await db.client.disposition.createMany({
    data: [
      { workspaceId, key: 'need-unclear', name: {}, consequence: {}, group: 'nurture', pool: 'nurture', order: 1 },
      { workspaceId, key: 'retired', name: {}, consequence: {}, group: 'lost', order: 2, enabled: false },
    ],
  });
  const journeyId = await workspace.publish(desk);
  const { leadId } = await workspace.lead({ fields: { email: 'a@cn001.example', title: 'CTO' } });
  const enrolled = await runtime.enrol({ workspaceId, journeyId, leadId });
  if (!enrolled.enrolled) throw new Error(enrolled.because.code);
  await workspace.step(enrolled.runId, 0, { type: 'entered' });
  const { id: handoffId } = await db.client.handoff.findFirstOrThrow();
  await db.client.outboxItem.deleteMany();
  return { handoffId, leadId, runId: enrolled.runId };
}

describe('a hand-off', () => {
  test('goes to the SDR who is first; the others learn that it is taken', async () => {
    await using workspace = await startWorkspace();
    const { handoffId } = await opened(workspace);
    const answers = await Promise.all(
      ['sdr-1', 'sdr-2', 'sdr-3', 'sdr-4'].map((userId) => workspace.runtime.acceptHandoff({ workspaceId: workspace.id, handoffId, userId })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok)).toEqual(Array.from({ length: 3 }, () => ({ ok: false, reason: 'taken' })));
    const handoff = await workspace.db.client.handoff.findUniqueOrThrow({ where: { id: handoffId } });
    const winner = answers.findIndex(({ ok }) => ok) + 1;
    expect(handoff).toMatchObject({ status: 'accepted', assigneeId: `sdr-${winner}` });
    expect(await workspace.runtime.acceptHandoff({ workspaceId: workspace.id, handoffId, userId: `sdr-${winner}` })).toEqual({ ok: true });
    expect(await workspace.db.client.event.count({ where: { name: 'SDR Accepted' } })).toBe(1);
  });

  test('is closed once, by whoever accepted it', async () => {
    await using workspace = await startWorkspace();
    const { handoffId, runId, leadId } = await opened(workspace);
    const close = (userId: string, disposition = 'need-unclear') =>
      workspace.runtime.closeHandoff({ workspaceId: workspace.id, handoffId, userId, disposition, note: '周四再谈', bant: { need: '替换旧系统' } });
    expect(await close('sdr-1', 'no-such')).toEqual({ ok: false, reason: 'unknown-disposition' });
    expect(await close('sdr-1', 'retired')).toEqual({ ok: false, reason: 'unknown-disposition' });
    await workspace.runtime.acceptHandoff({ workspaceId: workspace.id, handoffId, userId: 'sdr-1' });
    expect(await close('sdr-2')).toEqual({ ok: false, reason: 'taken' });
    const answers = await Promise.all([close('sdr-1'), close('sdr-1'), close('sdr-1')]);
    expect(answers.filter(({ ok }) => ok)).toEqual([{ ok: true, group: 'nurture' }]);
    expect(await workspace.db.client.handoff.findUniqueOrThrow({ where: { id: handoffId } })).toMatchObject({
      status: 'closed',
      disposition: 'need-unclear',
      note: '周四再谈',
      bant: { need: '替换旧系统' },
    });
    const events = await workspace.db.client.event.findMany({ where: { leadId, type: 'sdr' }, orderBy: { name: 'asc' } });
    expect(events.map(({ name, properties }) => [name, properties])).toMatchObject([
      ['SDR Accepted', { runId, handoffId }],
      ['SDR Disposition', { runId, handoffId, disposition: 'need-unclear', group: 'nurture' }],
    ]);
  });

  test('that nobody answers is taken off the desk when its time is up', async () => {
    await using workspace = await startWorkspace();
    const { handoffId, runId } = await opened(workspace);
    workspace.clock.at += 6 * 86_400_000;
    expect(await workspace.step(runId, 1, { type: 'woken' })).toEqual({ do: 'done', outcome: 'finished' });
    expect(await workspace.db.client.handoff.findUniqueOrThrow({ where: { id: handoffId } })).toMatchObject({ status: 'expired' });
    expect(await workspace.runtime.acceptHandoff({ workspaceId: workspace.id, handoffId, userId: 'sdr-1' })).toEqual({ ok: false, reason: 'over' });
  });

  test('of another workspace does not exist', async () => {
    await using workspace = await startWorkspace();
    const { handoffId } = await opened(workspace);
    const other = await workspace.db.client.workspace.create({ data: { name: 'Other' } });
    expect(await workspace.runtime.acceptHandoff({ workspaceId: other.id, handoffId, userId: 'sdr-1' })).toEqual({ ok: false, reason: 'missing' });
  });
});
