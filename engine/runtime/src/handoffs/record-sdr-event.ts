import type { JsonObject } from '@tendril/journey/model';
import { recordOwnEvent } from '../events/record-own-event.ts';
import type { Work } from '../work/work.ts';
import type { LockedHandoff } from './lock-handoff.ts';

/** Puts what an SDR did on record, so that the waiting run hears of it like of any other event. */
export async function recordSdrEvent(
  work: Work,
  { id, leadId, runId }: LockedHandoff,
  { name, properties }: { readonly name: 'SDR Accepted' | 'SDR Disposition'; readonly properties: JsonObject },
): Promise<void> {
  await recordOwnEvent(work, {
    leadId,
    type: 'sdr',
    name,
    properties: { ...properties, runId, handoffId: id },
    context: {},
    messageId: `handoff/${id}/${name}`,
  });
}
