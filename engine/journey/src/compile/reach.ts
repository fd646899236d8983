import type { Diagnostic, NodeId } from '../model/index.ts';
import { problem } from './catalogue.ts';
import type { Graph } from './graph.ts';

/** All nodes that leads can come to, from an entry or by a goal. */
export function reachable({ next, entries, interrupts }: Graph): ReadonlySet<NodeId> {
  const reached = new Set<NodeId>();
  // A goal takes leads to itself from wherever they are, so it needs no connection; but nobody is anywhere without an entry.
  const queue = entries.length === 0 ? [] : [...entries, ...interrupts];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    queue.push(...(next.get(id)?.values() ?? []));
  }
  return reached;
}

/** Pass 4: reports steps that no entry leads to. They are left out of the program. */
export function reach(graph: Graph): readonly Diagnostic[] {
  if (graph.entries.length === 0) return []; // Then nothing is reached, and the missing entry is what to say.
  const reached = reachable(graph);
  return graph.document.nodes
    .filter(({ id }) => !reached.has(id) && !graph.disabled.has(id))
    .map(({ id: node }) => problem('J301', {}, { node, fix: { do: 'remove-node', node } }));
}
