import type { DocumentEdge, DocumentNode, JourneyDocument, NodeId } from '@tendril/journey/model';
import type { NodeTypes } from '@tendril/journey/nodes';
import { BRANCH_GAP, GAP, type Point, SIDE_GAP, STEP_HEIGHT, STEP_WIDTH } from '../../document/geometry.ts';
import { portsOf } from '../../document/ports-of.ts';
import { readingOrder } from '../../document/walk.ts';

type Places = ReadonlyMap<NodeId, Point>;

/** Pixels that nobody sees. */
const SLACK = 4;

/** A step with the one above it that it hangs from: the first that leads to it in reading order. */
interface Hanging {
  readonly id: NodeId;
  readonly from: NodeId | null;
}

/** Every step, each after the one it hangs from. Steps that nothing leads to hang from nowhere. */
function hangingOf(document: JourneyDocument): readonly Hanging[] {
  const seen = new Set<NodeId>();
  const above = new Map<NodeId, NodeId>();
  const into = new Map<NodeId, DocumentEdge[]>();
  for (const edge of document.edges) into.set(edge.to, [...(into.get(edge.to) ?? []), edge]);
  const order = readingOrder(document);
  for (const id of order) {
    const first = into.get(id)?.find(({ from }) => seen.has(from));
    if (first !== undefined) above.set(id, first.from);
    seen.add(id);
  }
  return order.map((id) => ({ id, from: above.get(id) ?? null }));
}

const minus = (a: Point | undefined, b: Point | undefined): Point => ({ x: (a?.x ?? 0) - (b?.x ?? 0), y: (a?.y ?? 0) - (b?.y ?? 0) });

/** Whether a step stands well below the one it hangs from: right under it where that has one way on, near enough where it branches. */
function standsWell(by: Point, ideal: Point, ways: number): boolean {
  const gap = by.y - STEP_HEIGHT;
  const least = (ways > 1 ? BRANCH_GAP : GAP) - SLACK;
  const most = Math.max(BRANCH_GAP, ideal.y - STEP_HEIGHT) + SLACK;
  if (gap < least || gap > most) return false;
  if (ways > 1) return Math.abs(by.x) <= Math.abs(ideal.x) + STEP_WIDTH + SIDE_GAP;
  return Math.abs(by.x - ideal.x) <= SLACK || Math.abs(by.x) <= SLACK;
}

/** Steps whose place is wrong as things stand: on another step, or not below what leads to it. The later in reading order is named. */
function misplaced(document: JourneyDocument, places: Places, order: readonly NodeId[]): NodeId | null {
  const rank = new Map(order.map((id, index) => [id, index] as const));
  const later = (a: NodeId, b: NodeId) => ((rank.get(a) ?? 0) > (rank.get(b) ?? 0) ? a : b);
  const rows = [...places].sort(([, a], [, b]) => a.y - b.y);
  for (const [index, [id, at]] of rows.entries()) {
    for (const [other, place] of rows.slice(index + 1)) {
      if (place.y - at.y >= STEP_HEIGHT + GAP - SLACK) break;
      if (Math.abs(place.x - at.x) < STEP_WIDTH + SIDE_GAP / 2) return later(id, other);
    }
  }
  for (const { from, to } of document.edges) {
    const [above, below] = [places.get(from), places.get(to)];
    const onward = (rank.get(to) ?? 0) > (rank.get(from) ?? 0);
    if (onward && above !== undefined && below !== undefined && below.y < above.y + STEP_HEIGHT + GAP - SLACK) return to;
  }
  return null;
}

/** Whether the ways out of a step run from left to right in the order of its ports. */
function inOrder(node: DocumentNode, document: JourneyDocument, hanging: ReadonlyMap<NodeId, NodeId | null>, types: NodeTypes): boolean {
  const targets = portsOf(node, types).flatMap(({ id }) => {
    const edge = document.edges.find(({ from, port }) => from === node.id && port === id);
    const target = edge !== undefined && hanging.get(edge.to) === node.id ? document.nodes.find((other) => other.id === edge.to) : undefined;
    return target === undefined ? [] : [target.position.x];
  });
  return targets.every((x, index) => index === 0 || x >= (targets[index - 1] ?? x));
}

/**
 * The least that has to move: a step that stands well below the one it hangs from keeps its distance to it; the others take
 * the distance they have in the ideal drawing. Where that lays a step on another, the later one, and if need be all of them,
 * go to their ideal distance too. A step that hangs from nowhere keeps its place.
 * @param ideal places of all steps in a drawing that was laid out anew
 */
export function settle(document: JourneyDocument, types: NodeTypes, ideal: Places): Places {
  const steps = hangingOf(document);
  const order = steps.map(({ id }) => id);
  const hanging = new Map(steps.map(({ id, from }) => [id, from] as const));
  const now = new Map(document.nodes.map((node) => [node.id, node] as const));
  const ways = new Map(document.nodes.map((node) => [node.id, portsOf(node, types).length] as const));
  const disorderly = new Set(document.nodes.filter((node) => !inOrder(node, document, hanging, types)).map(({ id }) => id));
  const well = new Set(
    steps
      .filter(({ id, from }) => {
        if (from === null) return true;
        const by = minus(now.get(id)?.position, now.get(from)?.position);
        return !disorderly.has(from) && standsWell(by, minus(ideal.get(id), ideal.get(from)), ways.get(from) ?? 1);
      })
      .map(({ id }) => id),
  );
  for (;;) {
    const places = placed(steps, { now, ideal, well });
    const wrong = misplaced(document, places, order);
    if (wrong === null) return places;
    // The step itself, then what it hangs from, gives way; once all have, the drawing is the ideal one.
    const culprit = [wrong, ...ancestors(wrong, hanging)].find((id) => well.has(id)) ?? [...well].at(-1);
    if (culprit === undefined) return ideal;
    well.delete(culprit);
  }
}

function placed(
  steps: readonly Hanging[],
  { now, ideal, well }: { readonly now: ReadonlyMap<NodeId, DocumentNode>; readonly ideal: Places; readonly well: ReadonlySet<NodeId> },
): Places {
  const places = new Map<NodeId, Point>();
  const root = steps[0];
  const shift = minus(now.get(root?.id ?? '')?.position, ideal.get(root?.id ?? ''));
  for (const { id, from } of steps) {
    const [old, best] = [now.get(id)?.position ?? { x: 0, y: 0 }, ideal.get(id) ?? { x: 0, y: 0 }];
    const above = from === null ? undefined : places.get(from);
    if (above === undefined) places.set(id, well.has(id) ? old : { x: best.x + shift.x, y: best.y + shift.y });
    else {
      const by = well.has(id) ? minus(old, now.get(from ?? '')?.position) : minus(best, ideal.get(from ?? ''));
      places.set(id, { x: above.x + by.x, y: above.y + by.y });
    }
  }
  return places;
}

function ancestors(id: NodeId, hanging: ReadonlyMap<NodeId, NodeId | null>): readonly NodeId[] {
  const found: NodeId[] = [];
  for (let above = hanging.get(id) ?? null; above !== null; above = hanging.get(above) ?? null) found.push(above);
  return found;
}
