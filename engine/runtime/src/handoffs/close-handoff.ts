import { lookAgain } from '../messages/hold-message.ts';
import type { Work } from '../work/work.ts';
import { acceptHandoff } from './accept-handoff.ts';
import type { Closing, ClosingInput } from './handoff-answers.ts';
import { lockHandoff } from './lock-handoff.ts';
import { recordSdrEvent } from './record-sdr-event.ts';

/** Records a disposition: the lead moves at once, and the journey hears which way it goes on. */
export async function closeHandoff(work: Work, input: ClosingInput): Promise<Closing> {
  const { tx, workspace, leads } = work;
  const disposition = await tx.disposition.findUnique({ where: { workspaceId_key: { workspaceId: workspace.id, key: input.disposition } } });
  if (disposition === null || !disposition.enabled) return { ok: false, reason: 'unknown-disposition' };
  const accepted = await acceptHandoff(work, input);
  if (!accepted.ok) return accepted;
  const handoff = await lockHandoff(work, input.handoffId);
  if (handoff === null) return { ok: false, reason: 'missing' };
  const known = await tx.handoff.findUniqueOrThrow({ where: { id: handoff.id }, select: { bant: true, note: true } });
  await tx.handoff.update({
    where: { id: handoff.id },
    data: {
      status: 'closed',
      disposition: disposition.key,
      note: input.note ?? known.note,
      bant: { ...(known.bant as object), ...input.bant },
      closedAt: new Date(work.now),
    },
  });
  await lookAgain(work, leads.require(handoff.leadId).id);
  const lead = leads.require(handoff.leadId);
  leads.put({ ...lead, stage: disposition.stage ?? lead.stage, pool: disposition.pool ?? lead.pool });
  const { key, group } = disposition;
  await recordSdrEvent(work, handoff, { name: 'SDR Disposition', properties: { disposition: key, group, userId: input.userId } });
  return { ok: true, group };
}
