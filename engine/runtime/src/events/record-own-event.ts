import { insertEvents } from '@tendril/db/queries';
import type { JsonObject } from '@tendril/journey/model';
import type { Work } from '../work/work.ts';
import { followUp } from './follow-up.ts';

/** Something that a journey or a colleague did, and of which journeys may want to hear. */
export interface OwnEvent {
  readonly leadId: string;
  readonly type: 'journey' | 'sdr';
  readonly name: string;
  readonly properties: JsonObject;
  readonly context: JsonObject;
  /** Names its cause, so that it cannot be recorded twice. */
  readonly messageId: string;
}

/** Puts an event of our own on record, now, for a locked lead; everything follows that follows an event from outside. */
export async function recordOwnEvent(work: Work, { leadId, messageId, context, ...rest }: OwnEvent): Promise<void> {
  const event = { id: work.newId(), leadId: work.leads.require(leadId).id, ...rest };
  const row = { ...event, messageId, context, anonymousId: null, occurredAt: new Date(work.now).toISOString() };
  const recorded = await insertEvents(work.tx, work.workspace.id, [row], new Date(work.now));
  if (recorded.has(event.id)) await followUp(work, { events: [{ ...event, at: work.now }], created: [], profileChanged: [] });
}
