import type { Work } from '../work/work.ts';
import type { Acceptance } from './handoff-answers.ts';
import { lockHandoff } from './lock-handoff.ts';
import { recordSdrEvent } from './record-sdr-event.ts';

/** Gives an open hand-off to the SDR who asks first. Asking again as its owner is no mistake. */
export async function acceptHandoff(work: Work, { handoffId, userId }: { readonly handoffId: string; readonly userId: string }): Promise<Acceptance> {
  const handoff = await lockHandoff(work, handoffId);
  if (handoff === null) return { ok: false, reason: 'missing' };
  if (handoff.status === 'accepted') return handoff.assigneeId === userId ? { ok: true } : { ok: false, reason: 'taken' };
  if (handoff.status !== 'open') return { ok: false, reason: 'over' };
  if (handoff.assigneeId !== null && handoff.assigneeId !== userId) return { ok: false, reason: 'taken' };
  await work.tx.handoff.update({ where: { id: handoffId }, data: { status: 'accepted', assigneeId: userId, acceptedAt: new Date(work.now) } });
  await recordSdrEvent(work, handoff, { name: 'SDR Accepted', properties: { userId } });
  return { ok: true };
}
