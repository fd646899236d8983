import type { Diagnostic } from '../model/index.ts';
import { problem } from './catalogue.ts';
import type { Graph } from './graph.ts';
import { reachable } from './reach.ts';

/** Pass 3: reports what is still to be drawn: no entry, ways out that lead nowhere. */
export function complete(graph: Graph): readonly Diagnostic[] {
  const { document, sound, next, entries, disabled } = graph;
  const noEntry = entries.length === 0 ? [problem('J208', {})] : [];
  // Steps that no entry leads to are reported as such; what hangs from them matters only once they are connected.
  const reached = entries.length === 0 ? new Set(sound.keys()) : reachable(graph);
  const dangling = [...sound.values()].flatMap(({ drawn, ports }) => {
    const { id: node } = drawn;
    if (!reached.has(node) && !disabled.has(node)) return [];
    // A disabled step only needs the way by which it is passed.
    const needed = disabled.has(node) ? ports.slice(0, 1) : ports;
    const drawnPorts = new Set(document.edges.filter((edge) => edge.from === node).map(({ port }) => port));
    return needed.flatMap(({ id: port }) => {
      if (next.get(node)?.has(port) === true || drawnPorts.has(port)) return [];
      return [problem('J210', { port }, { node, port, fix: { do: 'add-exit', node, port } })];
    });
  });
  return [...noEntry, ...dangling];
}
