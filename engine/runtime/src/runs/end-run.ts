import type { Sentence } from '@tendril/journey/model';
import type { RunSignal } from '@tendril/journey/wire';
import { lookAgain } from '../messages/hold-message.ts';
import type { Work } from '../work/work.ts';
import { tellCaller } from './start-journey.ts';

/**
 * Ends a run from outside: its waits are forgotten, its hand-off is closed, its planned message recalled, and the
 * workflow is told to look, which finds the run over. The lead is locked. False if the run was over already.
 */
export async function endRun(
  work: Work,
  { runId, outcome, because }: { readonly runId: string; readonly outcome: string; readonly because: Sentence },
): Promise<boolean> {
  const { tx } = work;
  const at = new Date(work.now);
  const run = await tx.run.findUnique({ where: { id: runId } });
  if (run === null || run.status !== 'running') return false;
  await tx.run.update({ where: { id: runId }, data: { status: 'cancelled', outcome, endedAt: at, wakeAt: null } });
  await tx.waitSubscription.deleteMany({ where: { runId } });
  await tx.handoff.updateMany({ where: { runId, status: { in: ['open', 'accepted'] } }, data: { status: 'cancelled', closedAt: at } });
  await tx.message.updateMany({
    where: { runId, status: { in: ['planned', 'held'] } },
    data: { status: 'skipped', reason: { ...because }, settledAt: at },
  });
  await lookAgain(work, run.leadId);
  const seq = await tx.trailEntry.count({ where: { runId, step: run.step } });
  await tx.trailEntry.create({
    data: {
      runId,
      journeyId: run.journeyId,
      leadId: run.leadId,
      nodeId: run.nodeId ?? '',
      step: run.step,
      seq,
      kind: 'ended',
      because: { ...because },
      at,
    },
  });
  const signal: RunSignal = { type: 'recheck' };
  work.outbox.push({ runId, kind: 'signal', payload: signal });
  await tellCaller(work, { ...run, runId, outcome });
  return true;
}
