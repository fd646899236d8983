import type { Diagnostic, Millis, NodeId } from '../model/index.ts';
import { problem } from './catalogue.ts';
import { type Graph, nameOf } from './graph.ts';
import { loopsIn } from './loops.ts';
import { reachable } from './reach.ts';
import { type Way, waysOf } from './stays.ts';

/** The longest a lead can be in a journey; null without a limit, with a step that has none. */
export interface WorstCase {
  readonly longest: Millis | null;
  readonly unlimited: NodeId | null;
}

/** Says how long a lead can be inside at most. Counts every loop as often as its bound allows, so it is never too little. */
export function worstCase(graph: Graph): WorstCase {
  const ways = waysOf(graph);
  const reached = [...reachable(graph)];
  const waysFrom = (id: NodeId): readonly Way[] => ways.get(id) ?? [];
  const limitless = reached.find((id) => waysFrom(id).some(({ stay }) => stay.max === null));
  if (limitless !== undefined) return { longest: null, unlimited: limitless };
  const loops = loopsIn(reached, (id) => waysFrom(id).map(({ to }) => to));
  const rounds = new Map<NodeId, number>();
  const loopOf = new Map<NodeId, number>();
  for (const [index, loop] of loops.entries()) {
    const bound = boundOf(loop, waysFrom);
    if (bound === null) return { longest: null, unlimited: loop[0] ?? null };
    for (const id of loop) {
      rounds.set(id, bound);
      loopOf.set(id, index);
    }
  }
  const terrain = { waysFrom, loops, loopOf, rounds };
  // Each goal may take a lead away once, however far it has come.
  const jumps = graph.interrupts.reduce((sum, id) => sum + longestFrom([id], terrain), 0);
  return { longest: longestFrom(graph.entries, terrain) + jumps, unlimited: null };
}

/** The remark about it. */
export function sayWorstCase(graph: Graph): readonly Diagnostic[] {
  if (graph.entries.length === 0) return [];
  const { longest, unlimited } = worstCase(graph);
  if (longest !== null) return [problem('J507', { longest })];
  const drawn = unlimited === null ? undefined : graph.sound.get(unlimited)?.drawn;
  return [problem('J508', { step: drawn === undefined ? '' : nameOf(drawn) }, unlimited === null ? {} : { node: unlimited })];
}

/**
 * How often each step of a loop is passed at most; null if the loop turns without taking a bounded way. Between two
 * bounded ways a lead passes each step once at most, and it can take them only so many times in its whole run.
 */
function boundOf(loop: readonly NodeId[], waysFrom: (id: NodeId) => readonly Way[]): number | null {
  const inside = new Set(loop);
  const free = (id: NodeId) => waysFrom(id).flatMap(({ to, times }) => (times === null && inside.has(to) ? [to] : []));
  if (loopsIn(loop, free).length > 0) return null;
  return loop.flatMap(waysFrom).reduce((rounds, { to, times }) => (times === null || !inside.has(to) ? rounds : rounds + times), 1);
}

interface Terrain {
  readonly waysFrom: (id: NodeId) => readonly Way[];
  readonly loops: readonly (readonly NodeId[])[];
  readonly loopOf: ReadonlyMap<NodeId, number>;
  readonly rounds: ReadonlyMap<NodeId, number>;
}

/** The longest way through the graph with each loop taken as one step that lasts all its rounds. */
function longestFrom(starts: readonly NodeId[], terrain: Terrain): Millis {
  const { waysFrom, loops, loopOf, rounds } = terrain;
  const longestStay = (id: NodeId) => Math.max(0, ...waysFrom(id).map(({ stay }) => stay.max ?? 0));
  const known = new Map<number | NodeId, Millis>();
  const partOf = (id: NodeId): number | NodeId => loopOf.get(id) ?? id;
  const membersOf = (part: number | NodeId): readonly NodeId[] => (typeof part === 'number' ? (loops[part] ?? []) : [part]);
  const leaving = (part: number | NodeId): readonly Way[] => membersOf(part).flatMap((id) => waysFrom(id).filter(({ to }) => partOf(to) !== part));
  const inside = (part: number | NodeId): Millis =>
    typeof part === 'number' ? membersOf(part).reduce((sum, id) => sum + longestStay(id) * (rounds.get(id) ?? 1), 0) : 0;
  // Depth first with a stack of its own: a part is settled once all that follow it are.
  const stack = starts.map(partOf);
  for (let part = stack.at(-1); part !== undefined; part = stack.at(-1)) {
    const open = leaving(part)
      .map(({ to }) => partOf(to))
      .filter((next) => !known.has(next));
    if (!known.has(part) && open.length > 0) {
      stack.push(...open);
      continue;
    }
    const after = leaving(part).map(({ to, stay }) => (typeof part === 'number' ? 0 : (stay.max ?? 0)) + (known.get(partOf(to)) ?? 0));
    known.set(part, Math.max(0, ...after) + inside(part));
    stack.pop();
  }
  return Math.max(0, ...starts.map((id) => known.get(partOf(id)) ?? 0));
}
