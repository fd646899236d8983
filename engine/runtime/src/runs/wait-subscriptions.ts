import type { EventPattern } from '@tendril/journey/model';
import type { WaitFilter } from '../events/match-waits.ts';
import type { Work } from '../work/work.ts';
import type { StepPlace } from './trail.ts';

/** What a run waits for from now on, in place of what it waited for before, if it did (`waited`). */
export async function replaceWaits(
  work: Work,
  { run, step, leadId, waited, patterns }: StepPlace & { readonly waited: boolean; readonly patterns: readonly EventPattern[] },
): Promise<void> {
  if (waited) await work.tx.waitSubscription.deleteMany({ where: { runId: run.id } });
  if (patterns.length === 0) return;
  await work.tx.waitSubscription.createMany({
    data: patterns.map((pattern, seq) => ({
      runId: run.id,
      step,
      seq,
      workspaceId: work.workspace.id,
      leadId,
      eventName: pattern.event,
      filter: filterOf(pattern) as object,
    })),
  });
}

function filterOf({ where, since }: EventPattern): WaitFilter {
  return { ...(where === undefined ? {} : { where }), ...(since === undefined ? {} : { since }) };
}
