import { canonicalJson } from '../compile/canonical-json.ts';
import type { NodeId, Program } from '../model/index.ts';
import type { NodeTypes } from '../nodes/registry.ts';

/**
 * What is other at a step in the newer of two versions. `removed`: it is not there; `replaced`: it is of another type;
 * `time`: how long leads stay; `config`: any other setting; `ways`: where its ways out lead. Names do not count.
 */
export type StepChange = 'removed' | 'replaced' | 'time' | 'config' | 'ways';

/** How a step of one version differs in another; nothing if leads would not notice. */
export function stepChanges(
  nodeTypes: NodeTypes,
  node: NodeId,
  { from, to }: { readonly from: Program; readonly to: Program },
): readonly StepChange[] {
  const [before, after] = [from.nodes[node], to.nodes[node]];
  if (after === undefined) return ['removed'];
  if (before === undefined) return [];
  if (before.kind !== after.kind || before.version !== after.version) return ['replaced'];
  const changes: StepChange[] = [];
  if (canonicalJson(before.config) !== canonicalJson(after.config)) changes.push(nodeTypes.get(after.kind)?.family === 'time' ? 'time' : 'config');
  if (canonicalJson(before.next) !== canonicalJson(after.next)) changes.push('ways');
  return changes;
}

/** Whether the rules of the journey as a whole (goal, exits, quiet hours, caps, …) differ. */
export const rulesChanged = (from: Program, to: Program): boolean => canonicalJson(from.settings) !== canonicalJson(to.settings);
