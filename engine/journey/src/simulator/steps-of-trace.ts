import type { NodeId, PortId } from '../model/index.ts';
import type { Trace } from './trace.ts';

/** What passed through one step. */
export interface StepVolume {
  readonly entered: number;
  /** Leads still in it when the simulated time was over. */
  readonly here: number;
  /** How many left by each port. */
  readonly left: { readonly [port: PortId]: number };
}

/** Volumes per step; a step that nobody came to is left out. */
export type StepVolumes = { readonly [node: NodeId]: StepVolume };

const NOTHING: StepVolume = { entered: 0, here: 0, left: {} };

/** What one lead's way adds to each step it met. A lead that was not let in adds nothing. */
export function stepsOfTrace({ end, lines, moments }: Trace): StepVolumes {
  if (end.status === 'refused') return {};
  const steps: Record<NodeId, StepVolume> = {};
  const add = (node: NodeId, volume: Partial<StepVolume>) => {
    steps[node] = addVolumes(steps[node] ?? NOTHING, { ...NOTHING, ...volume });
  };
  for (const { node, port } of lines) if (node !== null && port !== undefined) add(node, { left: { [port]: 1 } });
  const last = moments.findLast(({ cursor }) => cursor !== null)?.cursor ?? null;
  for (const [node, visits] of Object.entries(last?.visits ?? {})) add(node, { entered: visits });
  if (end.status === 'waiting') add(end.node, { here: 1 });
  return steps;
}

/** The volumes of all together. */
export function sumSteps(all: readonly StepVolumes[]): StepVolumes {
  const steps: Record<NodeId, StepVolume> = {};
  for (const one of all) for (const [node, volume] of Object.entries(one)) steps[node] = addVolumes(steps[node] ?? NOTHING, volume);
  return steps;
}

/** The counts of both together, key by key. */
export function addCounts(one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  const counts: Record<string, number> = { ...one };
  for (const [key, count] of Object.entries(other)) counts[key] = (counts[key] ?? 0) + count;
  return counts;
}

function addVolumes(one: StepVolume, other: StepVolume): StepVolume {
  return { entered: one.entered + other.entered, here: one.here + other.here, left: addCounts(one.left, other.left) };
}
