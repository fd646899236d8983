import type { Instant, JsonObject } from '@tendril/journey/model';

/** Handles by which an event says whose it is. Raw as the sender wrote them; unusable ones are ignored. */
export interface EventIdentities {
  /** A lead we know already. */
  readonly leadId?: string;
  /** The sender's own id of the person; one that is a mail address counts as such, too. */
  readonly userId?: string;
  readonly email?: string;
  readonly phone?: string;
  /** `external_userid` on WeCom. */
  readonly wecom?: string;
  /** A browser or device not yet known to be somebody's. */
  readonly anonymousId?: string;
}

/** One event to be recorded. */
export interface EventInput extends EventIdentities {
  /** The sender's id of the event: a second event with the same id is dropped. */
  readonly messageId: string;
  /** `track`, `page` and `identify` come from outside; the others are our own. */
  readonly type: 'track' | 'page' | 'identify' | 'email' | 'wecom' | 'sdr' | 'journey';
  /** For `page` always `Page Viewed`, for `identify` always `Identify`; the page's own name belongs into `properties.name`. */
  readonly name: string;
  readonly properties?: JsonObject;
  readonly context?: JsonObject;
  /** What an `identify` says of the person, in Segment's words (`email`, `name`, `phone`, `company.name`, …). */
  readonly traits?: JsonObject;
  /** When it happened in the real world, in ms; absent: now. A time to come counts as now. */
  readonly timestamp?: number;
  /** When it happened on the workspace's clock; wins over `timestamp`. */
  readonly occurredAt?: Instant;
}

/** What became of a batch. */
export interface RecordedEvents {
  /** Events that are on record now because of this call. */
  readonly recorded: number;
  /** Events that were on record already, or twice in the batch. */
  readonly duplicates: number;
  /** Leads that did not exist before. */
  readonly created: number;
}
