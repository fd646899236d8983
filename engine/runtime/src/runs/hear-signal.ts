import type { RunSignal, WireDirective } from '@tendril/journey/wire';
import { inTransaction } from '../work/in-transaction.ts';
import type { RuntimeParts } from '../work/work.ts';
import { decideStep, type FoundRun, findRun, over } from './advance-run.ts';
import { readAnswers } from './recorded-answers.ts';

/** An outbox item that holds a signal. */
export interface SignalItem {
  readonly id: bigint;
  readonly runId: string;
}

/**
 * Decides what a signal changes for its run, and answers what Temporal has to be told of it; null: nothing. Decision and
 * item change together: an item that is delivered again is not decided again. Temporal need not know of a wait that
 * ends no earlier than the one it knows: its timer wakes the run early, and the record says how long to sleep on. Nor need
 * it be told anything while an effect is carried out: the decision after it sees everything that is on record.
 * @throws RunMissing
 */
export async function hearSignal(parts: RuntimeParts, { id, runId }: SignalItem): Promise<RunSignal | null> {
  return inTransaction(parts.db, async (tx) => {
    const found = await findRun(tx, runId);
    // Read under the lead's lock, so that what another dispatcher has made of it is seen.
    const item = await tx.outboxItem.findUniqueOrThrow({ where: { id } });
    const signal = item.payload as RunSignal;
    if (item.deliveredAt !== null) return null;
    const newest = readAnswers(found.run.directive).at(-1);
    // A run that has not begun hears its signal as it is.
    if (signal.type === 'decided' || newest === undefined) return signal;
    const decided = await answerTo(found, newest[1], (step) => decideStep(parts, tx, found, { runId, step, fact: signal }));
    const told: RunSignal | null = decided === null ? null : { type: 'decided', ...decided };
    const data = told === null ? { deliveredAt: new Date(parts.clock.now()) } : { payload: told as object };
    await tx.outboxItem.update({ where: { id }, data });
    return told;
  });
}

async function answerTo({ run }: FoundRun, known: WireDirective, decide: (step: number) => Promise<WireDirective>) {
  const step = run.step + 1;
  if (run.status !== 'running') return { step, next: over(run) };
  if (known.do !== 'wait') return null;
  const next = await decide(step);
  return next.do === 'wait' && !wakesEarlier(next, known) ? null : { step, next };
}

type Wait = Extract<WireDirective, { do: 'wait' }>;

/** Whether a wait ends before the timer of another would ring. */
function wakesEarlier({ until }: Wait, than: Wait): boolean {
  return until !== null && (than.until === null || until < than.until);
}
