import { asObject } from '../leads/lead-row.ts';
import { enrolLead } from '../runs/enrol-lead.ts';
import { type RuntimeParts, transact, type Work } from '../work/work.ts';
import type { RatedEntry } from './entry-rate.ts';

/** Leads let in in one transaction. */
const BATCH = 50;

/**
 * Lets leads in that an entry's rate kept waiting, the longest waiting first, as many as the rate allows now. What they are
 * is asked anew, so one that no longer matches goes away. Several processes may do so at once.
 * @returns how many came in
 */
export async function letWaitingIn(parts: RuntimeParts, workspaceId: string): Promise<{ readonly entered: number }> {
  const entries = await parts.db.client.entryQueue.groupBy({ by: ['journeyId', 'nodeId'], where: { workspaceId } });
  let entered = 0;
  for (const entry of entries) {
    for (let more = true; more; ) {
      const batch = await transact(parts, workspaceId, (work) => letBatchIn(work, entry));
      entered += batch.entered;
      more = batch.more;
    }
  }
  return { entered };
}

async function letBatchIn(work: Work, { journeyId, nodeId }: RatedEntry): Promise<{ readonly entered: number; readonly more: boolean }> {
  const { tx, leads } = work;
  const over = { entered: 0, more: false };
  const where = { journeyId, nodeId };
  const point = await tx.entryPoint.findUnique({ where: { journeyId_nodeId: where } });
  if (point === null) {
    await tx.entryQueue.deleteMany({ where });
    return over;
  }
  const journey = await tx.journey.findUnique({ where: { id: journeyId }, select: { status: true } });
  if (journey?.status !== 'live') return over;
  const first = await tx.entryQueue.findMany({ where, orderBy: { seq: 'asc' }, take: BATCH, select: { leadId: true } });
  const ids = first.map(({ leadId }) => leadId);
  await leads.lock(tx, work.workspace.id, ids);
  // Another process may have let them in while we waited for their locks.
  const waiting = await tx.entryQueue.findMany({ where: { ...where, leadId: { in: ids } }, orderBy: { seq: 'asc' } });
  let entered = 0;
  for (const { leadId, eventId } of waiting) {
    if (leads.get(leadId) === undefined) continue;
    const event = eventId === null ? null : await tx.event.findUnique({ where: { id: eventId } });
    const view = event === null ? null : { id: event.id, name: event.name, at: event.occurredAt.getTime(), properties: asObject(event.properties) };
    const answer = await enrolLead(work, { entry: point, leadId, event: view, waited: true });
    if (!answer.enrolled && answer.because.code === 'entry.rate') return { entered, more: false };
    await tx.entryQueue.deleteMany({ where: { ...where, leadId } });
    if (answer.enrolled) entered += 1;
  }
  return { entered, more: waiting.length === BATCH };
}
