import type { Effect } from '@tendril/journey/model';
import { recordOwnEvent } from '../events/record-own-event.ts';
import type { Work } from '../work/work.ts';
import { callJourney } from './enrol-lead.ts';
import type { StepPlace } from './trail.ts';

/** The event by which a run hears that the journey it called is over. */
const JOURNEY_ENDED = 'Journey Ended';

/** Outcome of a journey that did not let the lead in. */
const REFUSED = 'refused';

const CALLED = 'called/';

/** The key of a run that another run called: unique per call, and tells the caller. */
const calledKey = (parentRunId: string, step: number, index: number): string => `${CALLED}${parentRunId}/${step}/${index}`;

/** The run that called this one, or null. */
function callerOf(entryKey: string): string | null {
  return entryKey.startsWith(CALLED) ? (entryKey.slice(CALLED.length).split('/')[0] ?? null) : null;
}

/** Lets the lead into another journey on behalf of a run. One that does not let it in is over before it begins. */
export async function startJourney(
  work: Work,
  { journey }: Extract<Effect, { type: 'start-journey' }>,
  { run, step, leadId, index }: StepPlace & { readonly index: number },
): Promise<void> {
  const entryKey = calledKey(run.id, step, index);
  const started = await callJourney(work, { journeyId: journey, leadId, entryKey });
  if (!started) await tellCaller(work, { leadId, entryKey, journeyId: journey, outcome: REFUSED, runId: null });
}

/** Tells the run that called this one, if any did, how it ended. The lead is locked. */
export async function tellCaller(
  work: Work,
  ended: { readonly leadId: string; readonly entryKey: string; readonly journeyId: string; readonly outcome: string; readonly runId: string | null },
): Promise<void> {
  const { leadId, entryKey, journeyId, outcome, runId } = ended;
  const parentRunId = callerOf(entryKey);
  if (parentRunId === null) return;
  const properties = { parentRunId, runId, journeyId, outcome };
  await recordOwnEvent(work, { leadId, type: 'journey', name: JOURNEY_ENDED, properties, context: {}, messageId: `ended/${runId ?? entryKey}` });
}
