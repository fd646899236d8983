import type { JsonObject, Program, ProgramNode } from '../model/index.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Graph } from './graph.ts';
import { programReads } from './program-reads.ts';
import { reachable } from './reach.ts';

/** Pass 7: writes the program of a graph without errors. Positions, notes, disabled and unreachable steps do not get into it. */
export function lower(graph: Graph): Omit<Program, 'hash'> {
  const { document, sound, next, entries, interrupts } = graph;
  const reached = reachable(graph);
  const steps = [...sound.values()].filter(({ drawn }) => reached.has(drawn.id));
  const nodes = steps.map(({ drawn, config }): ProgramNode => {
    const { id, kind, version, name } = drawn;
    return { id, kind, version, name, config: clean(config), next: Object.fromEntries(next.get(id) ?? []) };
  });
  return {
    format: 'tendril.program',
    programVersion: 1,
    settings: clean(document.settings),
    entries: entries.toSorted(),
    interrupts: interrupts.toSorted(),
    nodes: Object.fromEntries(nodes.map((node) => [node.id, node])),
    reads: programReads(steps, document),
  };
}

/** Plain JSON, as it will be after a round trip through the database. */
function clean(value: unknown): JsonObject {
  return JSON.parse(canonicalJson(value)) as JsonObject;
}
