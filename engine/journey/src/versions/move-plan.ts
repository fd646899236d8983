import { canArrive } from '../machine/go-over.ts';
import { mayMove } from '../machine/may-move.ts';
import type { Cursor, NodeId, Program } from '../model/index.ts';
import type { NodeTypes } from '../nodes/registry.ts';

/** What becomes of the leads at a step when a new version goes live. */
export type MoveChoice =
  /** They go on with the version they have, to the end. */
  | { readonly do: 'finish' }
  /** They go over at once, where they wait; the wait is computed anew from their arrival, or ends when it would have. */
  | { readonly do: 'now'; readonly wait: 'recompute' | 'keep' }
  /** They go over when they leave their step for one that the new version has. */
  | { readonly do: 'next' }
  /** They go on at once at a step of the new version; those who perform an effect do so when it is settled. */
  | { readonly do: 'go-on'; readonly at: NodeId }
  /** They leave the journey. */
  | { readonly do: 'leave' };

/** What was chosen: per step, and for all steps that are not named. */
export interface MovePlan {
  readonly steps: { readonly [node: NodeId]: MoveChoice };
  readonly rest: MoveChoice;
}

/** Nobody goes anywhere unless somebody says so. */
export const STAY_PUT: MovePlan = { steps: {}, rest: { do: 'finish' } };

/** One and the same for everybody inside; those who go over at once have their wait computed anew. */
export const movesAll = (leads: 'finish' | 'now' | 'next'): MovePlan => ({
  steps: {},
  rest: leads === 'now' ? { do: 'now', wait: 'recompute' } : { do: leads },
});

/** What was chosen for the leads at a step. Total: every lead inside falls under exactly one choice. */
export const choiceFor = ({ steps, rest }: MovePlan, node: NodeId): MoveChoice => (Object.hasOwn(steps, node) ? (steps[node] ?? rest) : rest);

/** True if nobody would go anywhere. */
export const movesNobody = ({ steps, rest }: MovePlan): boolean => [rest, ...Object.values(steps)].every((choice) => choice.do === 'finish');

/** What a choice comes to for one lead, where it stands now. */
export type SettledMove =
  | { readonly do: 'stay' }
  /** The cursor with which it goes on in the new version, at the same step. */
  | { readonly do: 'over'; readonly cursor: Cursor }
  /** It goes over on leaving its step; `at` names the step at which it then arrives, null: where its way leads. */
  | { readonly do: 'later'; readonly at: NodeId | null }
  | { readonly do: 'send-on'; readonly at: NodeId }
  | { readonly do: 'leave' };

/**
 * What a choice comes to for one lead. Nobody goes to a step that the new version lacks, and a step whose effect is under
 * way is never left before it is settled: such a lead goes over on leaving the step. A lead that has not made its first step
 * has no cursor.
 */
export function settleMove(
  nodeTypes: NodeTypes,
  choice: MoveChoice,
  cursor: Cursor | null,
  { from, to }: { readonly from: Program; readonly to: Program },
): SettledMove {
  switch (choice.do) {
    case 'finish':
      return { do: 'stay' };
    case 'leave':
      return { do: 'leave' };
    case 'next':
      return { do: 'later', at: null };
    case 'now': {
      if (cursor === null || !mayMove(nodeTypes, cursor, { from, to })) return { do: 'later', at: null };
      const { keepsUntil: _, ...plain } = cursor;
      const keeps = choice.wait === 'keep' && typeof cursor.waitsUntil === 'number';
      return { do: 'over', cursor: keeps ? { ...plain, keepsUntil: cursor.waitsUntil } : plain };
    }
    case 'go-on': {
      if (!canArrive(to, choice.at)) return { do: 'stay' };
      const rests = cursor !== null && cursor.waitsUntil !== undefined;
      return rests ? { do: 'send-on', at: choice.at } : { do: 'later', at: choice.at };
    }
  }
}
