import type { Cursor, Program } from '../model/index.ts';
import type { NodeTypes } from '../nodes/registry.ts';

/**
 * Whether a lead that waits may go on in another version of its journey from the step at which it stands. Only at steps
 * of time, of the same type in both: they count from the arrival and so make sense of what the lead has waited already.
 * A lead that performs, or waits for people, finishes where it began.
 */
export function mayMove(nodeTypes: NodeTypes, cursor: Cursor, { from, to }: { readonly from: Program; readonly to: Program }): boolean {
  const [before, after] = [from.nodes[cursor.node], to.nodes[cursor.node]];
  if (cursor.waitsUntil === undefined || before === undefined || after === undefined) return false;
  return before.kind === after.kind && before.version === after.version && nodeTypes.get(after.kind)?.family === 'time';
}
