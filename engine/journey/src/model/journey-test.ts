import type { NodeId } from './document.ts';
import type { JsonObject } from './json.ts';
import type { LeadView } from './lead-view.ts';

/** What a script may set of a lead; what it leaves out is as with a lead that can be reached and of whom nothing else is known. */
export type ScriptedLead = Partial<Omit<LeadView, 'id' | 'events'>>;

/**
 * Something that happens to the lead: an event, or a change of what is known of it. `after` and `before` are lengths of
 * time such as `1d 4h`, counted from the moment the lead comes in.
 */
export type ScriptItem = ({ readonly after: string } | { readonly before: string }) &
  ({ readonly event: string; readonly properties?: JsonObject } | { readonly lead: ScriptedLead });

/** What becomes of an effect: an outcome such as `sent`, or a failure by its code; by default as soon as it mostly does. */
export type ScriptedAnswer = ({ readonly outcome: string; readonly result?: JsonObject } | { readonly fails: string }) & { readonly after?: string };

/** All that happens to one made-up lead: the input of a simulation, in words that a person can write. */
export interface JourneyScript {
  /** When the lead comes in: ISO 8601, read in the workspace's zone if it has no offset. */
  readonly start: string;
  readonly lead?: ScriptedLead;
  /** By which entry; the first if left out. */
  readonly entry?: NodeId;
  /** Properties of the event by which it comes in. */
  readonly properties?: JsonObject;
  readonly happens?: readonly ScriptItem[];
  /** Answers of a step's effects, one per visit; the last one holds for all later visits. */
  readonly answers?: { readonly [node: NodeId]: readonly ScriptedAnswer[] };
}

/** A saved simulation and what must come of it. Publishing is refused while one fails. */
export interface JourneyTest extends JourneyScript {
  readonly id: string;
  readonly name: string;
  readonly expect: {
    /** The way of the lead, one line per step it left or came to rest at: `day 3  reminder:next`, `day 5  gate…`. */
    readonly way: readonly string[];
    /** The outcome of the run; null: it is still waiting, or was not let in. */
    readonly outcome: string | null;
  };
}
