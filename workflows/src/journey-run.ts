import { continueAsNew, defineSignal, setHandler, workflowInfo } from '@temporalio/workflow';
import { NUDGE, type RunInput, type RunSignal } from '@tendril/journey/wire';
import { advance, carryOut } from './carry-out.ts';
import { cancelledTimers, keptTimers } from './timers.ts';

const nudge = defineSignal<[RunSignal]>(NUDGE);

/**
 * One lead's way through one journey. Asks for a directive, carries it out, hands back what came of it, until done.
 * It knows no node type and holds ids only, so neither a new program nor a new release can break a lead that waits.
 * @returns the outcome with which the journey ended for this lead
 */
export async function journeyRun({ runId, timers, resume }: RunInput): Promise<string> {
  const inbox: RunSignal[] = [...(resume?.inbox ?? [])];
  setHandler(nudge, (signal) => void inbox.push(signal));
  const sleepUntil = timers === 'kept' ? keptTimers() : cancelledTimers();

  let { step, next } = resume ?? { step: 0, next: await advance({ runId, step: 0, fact: { type: 'entered' } }) };
  while (next.do !== 'done') {
    const here = { runId, ...(timers === undefined ? {} : { timers }), resume: { step, next, inbox } };
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof journeyRun>(here);
    ({ step, next } = await carryOut({ runId, step, directive: next, inbox, sleepUntil }));
  }
  return next.outcome;
}
