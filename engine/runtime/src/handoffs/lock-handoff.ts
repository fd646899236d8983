import { Overtaken } from '../work/in-transaction.ts';
import type { Work } from '../work/work.ts';

/** A hand-off whose lead is locked. */
export interface LockedHandoff {
  readonly id: string;
  readonly leadId: string;
  readonly runId: string;
  readonly status: string;
  readonly assigneeId: string | null;
}

/** Locks the lead of a hand-off and then reads it: whoever changes a hand-off holds its lead. Null: there is none. */
export async function lockHandoff(work: Work, handoffId: string): Promise<LockedHandoff | null> {
  const where = { id: handoffId, workspaceId: work.workspace.id };
  const seen = await work.tx.handoff.findUnique({ where, select: { leadId: true } });
  if (seen === null) return null;
  await work.leads.lock(work.tx, work.workspace.id, [seen.leadId]);
  const handoff = await work.tx.handoff.findUnique({ where });
  if (handoff !== null && handoff.leadId !== work.leads.require(seen.leadId).id) throw new Overtaken('The lead was merged meanwhile.');
  return handoff;
}
