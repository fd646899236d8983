import type { Json, JsonObject } from './json.ts';
import type { Instant } from './time.ts';

/** One event of a lead as conditions see it. */
export interface EventView {
  readonly id: string;
  readonly name: string;
  readonly at: Instant;
  readonly properties: JsonObject;
}

/** One message to a lead as caps see it. */
export interface MessageView {
  readonly channel: string;
  readonly template: string;
  readonly topic: string | null;
  readonly at: Instant;
}

/** What became of an earlier step of the same run: `sent`, `skipped`, `failed`, a disposition key, … */
export interface OutcomeView {
  readonly outcome: string;
  readonly at: Instant;
  readonly detail?: JsonObject;
}

/** The four dimensions of the score, in points. */
export interface ScoreView {
  readonly fit: number;
  readonly interest: number;
  readonly behaviour: number;
  readonly stage: number;
  readonly total: number;
}

/**
 * Everything a journey may know of a lead at one instant. The runtime reads it from the database, the simulator makes
 * it up; the machine cannot tell which. A missing attribute is unknown, which is not the same as false or empty.
 */
export interface LeadView {
  readonly id: string;
  readonly attributes: { readonly [field: string]: Json };
  readonly company: { readonly [field: string]: Json } | null;
  /** Weights after decay. */
  readonly tags: { readonly [tag: string]: number };
  /** Points after decay. */
  readonly score: ScoreView;
  /** `A1`…`D4`, or null while ungraded. */
  readonly grade: string | null;
  /** How clearly the lead wants to buy, from hand-raises (demo or price asked for) in the last 30 days. */
  readonly intent: 'none' | 'low' | 'high';
  readonly stage: string;
  readonly pool: string;
  readonly owner: string | null;
  readonly timeZone: string | null;
  readonly locale: string | null;
  /** Per `channel/topic`: granted or withdrawn; absent means never asked. */
  readonly consent: { readonly [channelTopic: string]: 'granted' | 'withdrawn' };
  /** Channels on which the lead can be reached at all (address known, not suppressed). */
  readonly reachable: { readonly [channel: string]: boolean };
  readonly events: readonly EventView[];
  /** Messages planned or sent to the lead by any journey, for caps and for never sending the same twice. Absent: not known. */
  readonly messages?: readonly MessageView[];
}
