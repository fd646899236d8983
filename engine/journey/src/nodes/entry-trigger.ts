import type { EventPattern, JsonObject } from '../model/index.ts';

/**
 * What starts a run at an entry. Written into the database when a version is published; intake and the schedulers read
 * it there. Whether a lead that triggers it may come in is decided by `mayEnter`.
 */
export type EntryTrigger =
  | { readonly on: 'lead-created' }
  | { readonly on: 'event'; readonly pattern: EventPattern }
  | { readonly on: 'manual' }
  /** Everything that is not an event: `detail` says what to watch. */
  | { readonly on: 'segment' | 'score' | 'tag' | 'date' | 'schedule' | 'silence'; readonly detail: JsonObject };
