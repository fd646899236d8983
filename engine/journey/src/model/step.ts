import type { PropertyTest } from './condition.ts';
import type { NodeId, PortId } from './document.ts';
import type { JsonObject } from './json.ts';
import type { EventView, LeadView, OutcomeView } from './lead-view.ts';
import type { SendingView } from './sending.ts';
import type { Sentence } from './text.ts';
import type { Instant } from './time.ts';

/** Where a lead stands in a program. JSON, stored between steps; nothing else is remembered. */
export interface Cursor {
  readonly node: NodeId;
  /** When the lead arrived at the node. */
  readonly arrivedAt: Instant;
  /** What the node type keeps while it waits or performs. */
  readonly memory: JsonObject | null;
  /** Outcomes of earlier nodes, newest visit wins. */
  readonly outcomes: { readonly [node: NodeId]: OutcomeView };
  /** How often each node was visited; bounds loops. */
  readonly visits: { readonly [node: NodeId]: number };
  /** How and when the lead came into the journey. */
  readonly entered: { readonly entry: NodeId; readonly at: Instant; readonly event: EventView | null };
  /** While the lead waits: the instant at which it goes on by itself, or null for none. Absent while it performs or is done. */
  readonly waitsUntil?: Instant | null;
  /** The wait ends then, whatever the step's settings say: it came over from another version and keeps the end it had. */
  readonly keepsUntil?: Instant;
}

/** What a waiting run would like to hear of. */
export interface EventPattern {
  readonly event: string;
  readonly where?: readonly PropertyTest[];
  /** Older events do not count, so nobody needs to hear of them. */
  readonly since?: Instant;
}

/** What the world tells the machine. */
export type Fact =
  /** The lead has just come in by this entry. */
  | { readonly type: 'entered'; readonly entry: NodeId; readonly event?: EventView }
  /** The instant a wait asked for has come. */
  | { readonly type: 'woken' }
  /** An event a wait asked for has happened. */
  | { readonly type: 'event'; readonly event: EventView }
  /** An external effect was carried out; `result` is what it answered. */
  | { readonly type: 'performed'; readonly outcome: string; readonly result?: JsonObject }
  /** An external effect was given up; `code` is the error's. */
  | { readonly type: 'failed'; readonly code: string }
  /** Look again: the clock or the program has changed. */
  | { readonly type: 'recheck' };

/** A change inside our own database, made in the same transaction as the decision. */
export type Effect =
  | { readonly type: 'set-attribute'; readonly field: string; readonly value: JsonObject[string] }
  | { readonly type: 'add-tag'; readonly tag: string; readonly weight: number }
  | { readonly type: 'weaken-tag'; readonly tag: string; readonly factor: number }
  | { readonly type: 'adjust-score'; readonly dimension: 'fit' | 'interest' | 'behaviour' | 'stage'; readonly points: number }
  | { readonly type: 'move-to-pool'; readonly pool: string }
  | { readonly type: 'set-stage'; readonly stage: string }
  | { readonly type: 'emit-event'; readonly name: string; readonly properties: JsonObject }
  /** Opens a hand-off; its disposition comes back as the event `SDR Disposition`. */
  | {
      readonly type: 'open-handoff';
      readonly why: readonly Sentence[];
      readonly acceptBy: Instant | null;
      readonly respondBy: Instant | null;
      readonly config: JsonObject;
    }
  /** Closes this run's open hand-off without a disposition. */
  | { readonly type: 'expire-handoff' }
  /** Lets the lead into another journey. Its end comes back as the event `Journey Ended` with `parentRunId` and `outcome`. */
  | { readonly type: 'start-journey'; readonly journey: string }
  /** Writes a `planned` row into the message ledger, which the next `perform` sends. */
  | {
      readonly type: 'plan-message';
      /** `email`, `wecom` and `sms` write to the lead; `staff` writes to colleagues, `webhook` to another system. */
      readonly channel: string;
      /** Key of the template; empty where the config holds all there is. */
      readonly template: string;
      readonly topic: string | null;
      readonly config: JsonObject;
    }
  /** Shows in the ledger a message that the rules keep back until an instant, and why. */
  | {
      readonly type: 'hold-message';
      readonly channel: string;
      readonly template: string;
      readonly topic: string | null;
      readonly until: Instant;
      readonly because: Sentence;
    }
  /** Settles a message in the ledger that the rules do not let out at all. */
  | {
      readonly type: 'drop-message';
      readonly channel: string;
      readonly template: string;
      readonly topic: string | null;
      readonly because: Sentence;
    };

/** What the workflow has to do next. */
export type Directive =
  /** Carry out an external effect, named as its activity is, on the task queue of that name. */
  | { readonly do: 'perform'; readonly effect: string; readonly queue: string }
  /** Wait until an instant (null: no limit) or one of the events. */
  | { readonly do: 'wait'; readonly until: Instant | null; readonly events: readonly EventPattern[] }
  | { readonly do: 'done'; readonly outcome: string };

/** One line of the story that people read. */
export interface StoryLine {
  readonly node: NodeId;
  readonly kind: 'entered' | 'passed' | 'waiting' | 'performing' | 'failed' | 'ended';
  readonly port?: PortId;
  readonly because: Sentence;
}

/** What the machine answers: all that is to be written, and one directive. */
export interface Decision {
  readonly cursor: Cursor;
  readonly effects: readonly { readonly node: NodeId; readonly effect: Effect }[];
  readonly story: readonly StoryLine[];
  readonly directive: Directive;
  /** The lead left its step into the other version that was offered; the cursor is one of that version. */
  readonly wentOver?: true;
}

/** What the machine may look at besides the program and the cursor. */
export interface Snapshot {
  readonly now: Instant;
  readonly lead: LeadView;
  /** IANA zone of the workspace, the end of every fallback chain. */
  readonly timeZone: string;
  /** Stable per run: random splits hash it with the node, never a fresh random number. */
  readonly runId: string;
  /** What all journeys together may send, and have sent. Absent: only the journey's own rules hold messages back. */
  readonly sending?: SendingView;
}
