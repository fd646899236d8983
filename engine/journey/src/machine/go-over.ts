import type { Cursor, NodeId, Program, Sentence, Snapshot, StoryLine } from '../model/index.ts';

/** Another version of its journey that a lead goes over to on leaving a step. */
export interface GoingOver {
  readonly program: Program;
  /** The step of that version at which it arrives, in place of the one its way leads to; null: where its way leads. */
  readonly at: NodeId | null;
  /** The workspace's zone, or that of the version's settings. */
  readonly timeZone: string;
  /** Read in the trail at the step at which it arrives. */
  readonly because: Sentence;
}

/** A lead under way that may have been offered another version. */
interface Traveller {
  readonly program: Program;
  readonly snapshot: Snapshot;
  readonly cursor: Cursor;
  readonly story: readonly StoryLine[];
  readonly over?: GoingOver;
  readonly wentOver?: true;
}

/** True if a lead may arrive at this step of a version from within: it is there and no entry. */
export const canArrive = ({ nodes, entries }: Program, node: NodeId): boolean => Object.hasOwn(nodes, node) && !entries.includes(node);

/** Changes the version of a lead that has just arrived at a step, if one was offered and has the step. */
export function goOver<On extends Traveller>(on: On): On {
  const { over, ...rest } = on;
  if (over === undefined || !canArrive(over.program, on.cursor.node)) return on;
  const line: StoryLine = { node: on.cursor.node, kind: 'entered', because: over.because };
  const snapshot = { ...on.snapshot, timeZone: over.timeZone };
  // Everything but the offer, which is taken.
  return { ...(rest as On), program: over.program, snapshot, story: [...on.story, line], wentOver: true };
}
