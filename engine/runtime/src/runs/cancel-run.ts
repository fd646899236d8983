import type { Sentence } from '@tendril/journey/model';
import type { Work } from '../work/work.ts';
import { endRun } from './end-run.ts';

/** Ends a run because a person said so. False if there is no such run or it is over. */
export async function cancelRun(work: Work, { runId, because }: { readonly runId: string; readonly because: Sentence }): Promise<boolean> {
  const run = await work.tx.run.findUnique({ where: { id: runId, workspaceId: work.workspace.id }, select: { leadId: true } });
  if (run === null) return false;
  await work.leads.lock(work.tx, work.workspace.id, [run.leadId]);
  return endRun(work, { runId, outcome: 'cancelled', because });
}
