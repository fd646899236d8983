import type { Cursor, Directive, Effect, EventView, Instant, LeadView, NodeId, PortId, Sentence, StoryLine } from '../model/index.ts';

/** One line of a simulation: what a step decided, or what happened outside. */
export interface TraceLine {
  readonly at: Instant;
  /** `happened` and `changed` come from outside; `refused` is a lead that was not let in. */
  readonly kind: StoryLine['kind'] | 'happened' | 'changed' | 'refused';
  readonly node: NodeId | null;
  readonly port?: PortId;
  readonly because: Sentence;
}

/** A message that the journey would have sent. */
export interface SimulatedMessage {
  readonly at: Instant;
  readonly node: NodeId;
  readonly channel: string;
  readonly template: string;
  /** `sent`, `created`, `skipped`, `failed`, …; `planned` until the effect is answered. */
  readonly status: string;
}

/** A hand-off that an SDR would have got. */
export interface SimulatedHandoff {
  readonly at: Instant;
  readonly node: NodeId;
  readonly why: readonly Sentence[];
}

/** All that is known at one moment of a simulation; the time machine jumps from one to another. */
export interface Moment {
  readonly at: Instant;
  readonly lead: LeadView;
  readonly cursor: Cursor | null;
  readonly directive: Directive | null;
  /** How many lines, messages and hand-offs there were up to and including this moment. */
  readonly lines: number;
  readonly messages: number;
  readonly handoffs: number;
}

/** How a simulation came out. */
export type TraceEnd =
  | { readonly status: 'done'; readonly at: Instant; readonly outcome: string }
  /** Still waiting when the simulated time was over. */
  | { readonly status: 'waiting'; readonly at: Instant; readonly node: NodeId; readonly until: Instant | null }
  | { readonly status: 'refused'; readonly at: Instant; readonly because: Sentence };

/** The whole of one lead's simulated way. */
export interface Trace {
  readonly startedAt: Instant;
  /** Under which key the lead came in; null if it was not let in. */
  readonly entryKey: string | null;
  readonly lines: readonly TraceLine[];
  readonly messages: readonly SimulatedMessage[];
  readonly handoffs: readonly SimulatedHandoff[];
  readonly effects: readonly { readonly at: Instant; readonly node: NodeId; readonly effect: Effect }[];
  /** Events that the lead caused or the journey emitted, in order. */
  readonly events: readonly EventView[];
  readonly moments: readonly Moment[];
  /** Journeys that this one called, as far as the laboratory has them. Their messages are their own. */
  readonly called: readonly { readonly journey: string; readonly node: NodeId; readonly trace: Trace }[];
  readonly end: TraceEnd;
}

/** What was the case at an instant: the last moment not after it. Null before the lead came in. */
export function momentAt(trace: Trace, at: Instant): Moment | null {
  return trace.moments.findLast((moment) => moment.at <= at) ?? null;
}

/** A trace with those of all journeys it called, directly or not. */
export function withCalled(trace: Trace): readonly Trace[] {
  return [trace, ...trace.called.flatMap(({ trace: called }) => withCalled(called))];
}

/** Statuses of messages that reached the outside world. Of an unknown one nobody knows; it counts. */
const WENT_OUT: readonly string[] = ['sent', 'created', 'unknown'];

/** Whether a message went out, and to the lead rather than to colleagues or another system. */
export function reachedLead({ channel, status }: SimulatedMessage): boolean {
  return WENT_OUT.includes(status) && (channel === 'email' || channel === 'wecom' || channel === 'sms');
}
