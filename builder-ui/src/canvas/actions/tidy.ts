import type { JourneyDocument, NodeId } from '@tendril/journey/model';
import type { NodeTypes } from '@tendril/journey/nodes';
import type { ELK, ElkNode } from 'elkjs/lib/elk-api';
import { moveSteps } from '../../document/commands/change-step.ts';
import { BRANCH_GAP, GAP, OPEN_END_WIDTH, type Point, SIDE_GAP, STEP_HEIGHT, STEP_WIDTH } from '../../document/geometry.ts';
import { portsOf } from '../../document/ports-of.ts';
import { readingOrder } from '../../document/walk.ts';
import { settle } from './settle.ts';

/** The drawing as elkjs wants it: ways out as ports in their order, ends that lead nowhere as small boxes so that they get room. */
export function toElk(document: JourneyDocument, types: NodeTypes): ElkNode {
  const order = new Map(readingOrder(document).map((id, index) => [id, index] as const));
  const nodes = [...document.nodes].sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  const open = nodes.flatMap((node) =>
    portsOf(node, types)
      .filter((port) => !document.edges.some((edge) => edge.from === node.id && edge.port === port.id))
      .map((port) => ({ node: node.id, port: port.id, id: `open:${node.id}:${port.id}` })),
  );
  return {
    id: 'journey',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'DOWN',
      'elk.layered.spacing.nodeNodeBetweenLayers': String(BRANCH_GAP),
      'elk.spacing.nodeNode': String(SIDE_GAP),
      'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
      'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
      'elk.layered.crossingMinimization.forceNodeModelOrder': 'false',
      'elk.separateConnectedComponents': 'true',
      'elk.spacing.componentComponent': '80',
    },
    children: [
      ...nodes.map((node) => ({
        id: node.id,
        width: STEP_WIDTH,
        height: STEP_HEIGHT,
        ports: portsOf(node, types).map((port, index) => ({
          id: `${node.id}:${port.id}`,
          layoutOptions: { 'elk.port.side': 'SOUTH', 'elk.port.index': String(-index) },
        })),
        layoutOptions: { 'elk.portConstraints': 'FIXED_ORDER' },
      })),
      ...open.map(({ id }) => ({ id, width: OPEN_END_WIDTH, height: STEP_HEIGHT })),
    ],
    edges: [
      ...document.edges.map((edge) => ({ id: `${edge.from}:${edge.port}`, sources: [`${edge.from}:${edge.port}`], targets: [edge.to] })),
      ...open.map(({ node, port, id }) => ({ id: `${node}:${port}`, sources: [`${node}:${port}`], targets: [id] })),
    ],
  };
}

/**
 * The rows that elkjs found, set close below single ways and wider below branches, where labels and open ends need room.
 * @param places top left corners of the steps
 */
export function spaceRows(document: JourneyDocument, types: NodeTypes, places: ReadonlyMap<NodeId, Point>): ReadonlyMap<NodeId, Point> {
  const rows = [...new Set([...places.values()].map(({ y }) => y))].sort((a, b) => a - b);
  const branches = (y: number) => document.nodes.some((node) => places.get(node.id)?.y === y && portsOf(node, types).length > 1);
  const tops = new Map<number, number>();
  rows.reduce((top, y) => {
    tops.set(y, top);
    return top + STEP_HEIGHT + (branches(y) ? BRANCH_GAP : GAP);
  }, rows[0] ?? 0);
  return new Map([...places].map(([id, { x, y }]) => [id, { x, y: tops.get(y) ?? y }] as const));
}

let elk: Promise<ELK> | null = null;

/** elkjs is large: it is loaded on first use, and made once. */
function loadElk(): Promise<ELK> {
  elk ??= import('elkjs/lib/elk.bundled.js').then(({ default: Elk }) => new Elk());
  return elk;
}

/** Places of all steps in a drawing that is laid out anew. */
async function idealPlaces(document: JourneyDocument, types: NodeTypes): Promise<ReadonlyMap<NodeId, Point>> {
  const laid = await (await loadElk()).layout(toElk(document, types));
  const steps = new Set(document.nodes.map(({ id }) => id));
  const found = (laid.children ?? []).flatMap(({ id, x = 0, y = 0 }) =>
    steps.has(id) ? [[id, { x: Math.round(x), y: Math.round(y) }] as const] : [],
  );
  return spaceRows(document, types, new Map(found));
}

/** What one round sets right may show what else is not: rounds go on until nothing moves any more. */
const ROUNDS = 6;

async function settled(document: JourneyDocument, types: NodeTypes): Promise<ReadonlyMap<NodeId, Point>> {
  let drawing = document;
  let order = readingOrder(drawing).join();
  let ideal = await idealPlaces(drawing, types);
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = moveSteps(drawing, settle(drawing, types, ideal));
    if (next === drawing) break;
    drawing = next;
    // The ideal drawing depends on which of several beginnings comes first.
    const now = readingOrder(drawing).join();
    if (now !== order) ideal = await idealPlaces(drawing, types);
    order = now;
  }
  return new Map(drawing.nodes.map(({ id, position }) => [id, position] as const));
}

/**
 * Places of all steps in a tidy drawing. Only what must moves: parts that are tidy keep their shape, and the whole is moved
 * so that the anchor, or else the first step, stays where it is.
 */
export async function tidyPlaces(document: JourneyDocument, types: NodeTypes, anchor: NodeId | undefined): Promise<ReadonlyMap<NodeId, Point>> {
  const places = await settled(document, types);
  const still = document.nodes.find((node) => node.id === anchor);
  const moved = still && places.get(still.id);
  const by = still && moved ? { x: still.position.x - moved.x, y: still.position.y - moved.y } : { x: 0, y: 0 };
  return new Map([...places].map(([id, { x, y }]) => [id, { x: x + by.x, y: y + by.y }] as const));
}
