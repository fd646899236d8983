import type { Diagnostic, NodeId, PortId } from '../model/index.ts';
import { problem } from './catalogue.ts';
import type { Graph, SoundNode } from './graph.ts';
import { reachable } from './reach.ts';

/** Pass 3: reports what is still to be drawn: no entry, ways out that lead nowhere. */
export function complete(graph: Graph): readonly Diagnostic[] {
  const { sound, entries, disabled } = graph;
  const noEntry = entries.length === 0 ? [problem('J208', {})] : [];
  // Steps that no entry leads to are reported as such; what hangs from them matters only once they are connected.
  const reached = entries.length === 0 ? new Set(sound.keys()) : reachable(graph);
  const isConnected = connections(graph);
  const dangling = [...sound].flatMap(([node, step]) => {
    if (!reached.has(node) && !disabled.has(node)) return [];
    return neededPorts(step, disabled.has(node))
      .filter((port) => !isConnected(node, port))
      .map((port) => problem('J210', { port }, { node, port, fix: { do: 'add-exit', node, port } }));
  });
  return [...noEntry, ...dangling];
}

/** A disabled step only needs the way by which it is passed. */
function neededPorts({ ports }: SoundNode, isDisabled: boolean): readonly PortId[] {
  return (isDisabled ? ports.slice(0, 1) : ports).map(({ id }) => id);
}

/** A connection that is wrong has a remark of its own, so it counts as drawn. */
function connections({ document }: Graph): (node: NodeId, port: PortId) => boolean {
  const ports = new Map<NodeId, Set<PortId>>();
  for (const { from, port } of document.edges) ports.set(from, (ports.get(from) ?? new Set<PortId>()).add(port));
  return (node, port) => ports.get(node)?.has(port) === true;
}
