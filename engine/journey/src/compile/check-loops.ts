import type { Diagnostic, NodeId } from '../model/index.ts';
import { type ProblemCode, problem } from './catalogue.ts';
import { type Graph, nameOf } from './graph.ts';
import { loopsIn } from './loops.ts';
import { reachable } from './reach.ts';
import { waysOf } from './stays.ts';

/** Reports loops through which a lead could turn for ever: in an instant, or over years. */
export function checkLoops(graph: Graph): readonly Diagnostic[] {
  const ways = waysOf(graph);
  const reached = reachable(graph);
  const free = (id: NodeId) => (ways.get(id) ?? []).filter(({ times }) => times === null);
  const instant = loopsIn(reached, (id) => free(id).flatMap(({ to, stay }) => (stay.min > 0 ? [] : [to])));
  const reported = new Set(instant.flat());
  const endless = loopsIn(reached, (id) => free(id).map(({ to }) => to));
  return [
    ...instant.map((loop) => sayLoop('J502', loop, graph)),
    ...endless.filter((loop) => !loop.some((id) => reported.has(id))).map((loop) => sayLoop('J503', loop, graph)),
  ];
}

function sayLoop(code: Extract<ProblemCode, 'J502' | 'J503'>, loop: readonly NodeId[], { document }: Graph): Diagnostic {
  const inLoop = document.nodes.filter(({ id }) => loop.includes(id));
  const [first] = inLoop;
  return problem(code, { steps: inLoop.map(nameOf).join(', ') }, first === undefined ? {} : { node: first.id });
}
