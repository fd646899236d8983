import type { Diagnostic, NodeId } from '../model/index.ts';
import { problem } from './catalogue.ts';
import { type Graph, nameOf } from './graph.ts';
import { loopsIn } from './loops.ts';
import { reachable } from './reach.ts';

/** Pass 6: reports what could go wrong while leads are inside. */
export function safety(graph: Graph): readonly Diagnostic[] {
  return loopsWithoutWait(graph);
}

/** Loops through which a lead could turn for ever without time passing. */
function loopsWithoutWait(graph: Graph): readonly Diagnostic[] {
  const reached = reachable(graph);
  const waits = (id: NodeId) => graph.sound.get(id)?.definition.family === 'time';
  const instant = [...reached].filter((id) => !waits(id));
  const successors = (id: NodeId) => [...(graph.next.get(id)?.values() ?? [])].filter((to) => !waits(to));
  return loopsIn(instant, successors).map((loop) => {
    const steps = loop.map((id) => graph.sound.get(id)?.drawn).map((drawn) => (drawn === undefined ? '' : nameOf(drawn)));
    const [node] = loop.toSorted();
    return problem('J502', { steps: steps.toSorted().join(', ') }, node === undefined ? {} : { node });
  });
}
