import type { JsonObject, Program, ProgramNode, ProgramReads } from '../model/index.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Graph, SoundNode } from './graph.ts';
import { reachable } from './reach.ts';

/** Pass 7: writes the program of a graph without errors. Positions, notes, disabled and unreachable steps do not get into it. */
export function lower(graph: Graph): Omit<Program, 'hash'> {
  const { document, sound, next, entries } = graph;
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
    interrupts: steps.flatMap(({ drawn, definition }) => (definition.interrupt === undefined ? [] : [drawn.id])).toSorted(),
    nodes: Object.fromEntries(nodes.map((node) => [node.id, node])),
    reads: readsOfAll(steps),
  };
}

/** Plain JSON, as it will be after a round trip through the database. */
function clean(value: unknown): JsonObject {
  return JSON.parse(canonicalJson(value)) as JsonObject;
}

function readsOfAll(steps: readonly SoundNode[]): ProgramReads {
  const reads = steps.map(({ definition, config }) => definition.reads?.(config) ?? {});
  const events = new Set(reads.flatMap((read) => read.events ?? []));
  const attributes = new Set(reads.flatMap((read) => read.attributes ?? []));
  return { events: events.has('*') ? ['*'] : [...events].sort(), attributes: [...attributes].sort() };
}
