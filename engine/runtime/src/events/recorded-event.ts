import type { EventRecord } from '@tendril/db/queries';
import type { EventView, Instant, JsonObject } from '@tendril/journey/model';
import { asObject } from '../leads/lead-row.ts';

/** An event on record that belongs to a lead. */
export interface RecordedEvent {
  readonly id: string;
  readonly leadId: string;
  readonly type: string;
  readonly name: string;
  readonly properties: JsonObject;
  readonly at: Instant;
}

/** Reads an event as the database answers it. */
export function recordedEventOf({ id, leadId, type, name, properties, occurredAt }: EventRecord): RecordedEvent {
  return { id, leadId, type, name, properties: asObject(properties), at: occurredAt.getTime() };
}

/** The event as conditions and the machine see it. */
export function eventViewOf({ id, name, at, properties }: RecordedEvent): EventView {
  return { id, name, at, properties };
}

/** Oldest first; events of one instant in the order of their ids, so that every run of the same batch does the same. */
export function byTime(a: RecordedEvent, b: RecordedEvent): number {
  return a.at - b.at || (a.id < b.id ? -1 : 1);
}
