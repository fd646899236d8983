import type { WireDirective } from '@tendril/journey/wire';
import { inTransaction } from '../work/in-transaction.ts';
import type { RuntimeParts } from '../work/work.ts';
import { decideStep, findRun } from './advance-run.ts';
import { readAnswers } from './recorded-answers.ts';

/** Where a workflow goes on: the last step decided, and what was decided. */
export interface ResumePoint {
  readonly step: number;
  readonly next: WireDirective;
}

/**
 * Says with what a run's workflow has to begin: with its first step, which is decided now, or, for a run that Temporal has
 * lost, with the last one decided. Null if nothing is left to do.
 * @throws RunMissing
 */
export async function beginRun(parts: RuntimeParts, runId: string): Promise<ResumePoint | null> {
  return inTransaction(parts.db, async (tx) => {
    const found = await findRun(tx, runId);
    if (found.run.status !== 'running') return null;
    const newest = readAnswers(found.run.directive).at(-1);
    if (newest !== undefined) return { step: newest[0], next: newest[1] };
    const next = await decideStep(parts, tx, found, { runId, step: 0, fact: { type: 'entered' } });
    return next.do === 'done' ? null : { step: 0, next };
  });
}
