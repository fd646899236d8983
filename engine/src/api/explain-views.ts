import type { Condition, Sentence } from '@tendril/journey/model';
import type { TrailRow } from './views.ts';

/** How a lead stands to a journey. */
export type StandingOfLead =
  /** In it, waiting or on its way. */
  | 'inside'
  /** Outside, kept waiting by an entry's rate. */
  | 'in-line'
  /** Was in it and has left, by an end or because somebody or something took it out. */
  | 'left'
  /** Was in it until a step failed for good. */
  | 'failed'
  /** Asked to come in and was refused. */
  | 'refused'
  /** Never asked to come in. */
  | 'never';

/** Why a lead did not come in by one entry of the live version. */
export interface EntryExplanation {
  readonly nodeId: string;
  readonly name: string;
  /** A code of `explain:entry` with its values. */
  readonly because: Sentence;
  /** What the entry watches for, where it is a condition. */
  readonly condition: Condition | null;
}

/** A message that did not go out, or has not yet. */
export interface UnsentMessage {
  readonly id: string;
  readonly nodeName: string;
  readonly channel: string;
  readonly status: string;
  readonly reason: Sentence | null;
  readonly at: string;
}

/** Why a lead is where it is in a journey, what decided that, and what comes next. Instants are on the workspace's clock. */
export interface ExplainView {
  readonly lead: { readonly id: string; readonly name: string | null };
  readonly journey: { readonly id: string; readonly name: string; readonly status: string };
  readonly standing: StandingOfLead;
  /** The run that is explained: the one under way, else the last; null if there is none. */
  readonly runId: string | null;
  /** When it came in, was refused, got in line or left. */
  readonly since: string | null;
  readonly step: { readonly id: string; readonly name: string } | null;
  /** What was said last: why it waits, why it failed, why it was refused. */
  readonly because: Sentence | null;
  /** When its wait ends at the latest; null where it waits without limit or does not wait. */
  readonly until: string | null;
  /** Events that would end the wait, by name. */
  readonly waitsFor: readonly string[];
  readonly outcome: string | null;
  /** Steps that follow the one where it stands, by the way that leads there. */
  readonly next: readonly { readonly way: string | null; readonly name: string }[];
  /** Steps with several ways on, and what decided between them. */
  readonly decisions: readonly TrailRow[];
  readonly unsent: readonly UnsentMessage[];
  /** Only for a lead that never came in. */
  readonly entries: readonly EntryExplanation[];
}
