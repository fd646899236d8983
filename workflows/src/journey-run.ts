import { continueAsNew, defineSignal, setHandler, workflowInfo } from '@temporalio/workflow';
import { NUDGE, type RunInput, type RunSignal } from '@tendril/journey/wire';
import { advance, carryOut } from './carry-out.ts';

const nudge = defineSignal<[RunSignal]>(NUDGE);

/**
 * One lead's way through one journey. Asks for a directive, carries it out, hands back what came of it, until done.
 * It knows no node type and holds ids only, so neither a new program nor a new release can break a lead that waits.
 * @returns the outcome with which the journey ended for this lead
 */
export async function journeyRun({ runId, resume }: RunInput): Promise<string> {
  const inbox: RunSignal[] = [...(resume?.inbox ?? [])];
  setHandler(nudge, (signal) => void inbox.push(signal));

  let step = resume?.step ?? 0;
  let next = resume?.next ?? (await advance({ runId, step, fact: { type: 'entered' } }));
  while (next.do !== 'done') {
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof journeyRun>({ runId, resume: { step, next, inbox } });
    next = await carryOut({ runId, step, directive: next, inbox });
    step += 1;
  }
  return next.outcome;
}
