import type { Cursor, Decision, NodeId, Program, Snapshot } from '../model/index.ts';
import type { NodeTypes } from '../nodes/registry.ts';
import type { GoingOver } from './go-over.ts';
import { jump, type Walk, walk } from './walk.ts';

/**
 * Takes a lead that rests away from its step to one of another version, where it goes on at once. The step that it leaves
 * tidies up as it does in its own version. The lead must not perform an effect.
 */
export function sendOn(
  nodeTypes: NodeTypes,
  program: Program,
  cursor: Cursor,
  snapshot: Snapshot,
  over: GoingOver & { readonly at: NodeId },
): Decision {
  const from: Walk = { nodeTypes, program, snapshot, cursor, effects: [], story: [] };
  const there = jump(from, { jumpTo: over.at, because: over.because });
  const zoned = { ...there.snapshot, timeZone: over.timeZone };
  return walk({ ...there, program: over.program, snapshot: zoned, wentOver: true }, { fact: null, entering: false });
}
