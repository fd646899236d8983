import type { DocumentNode, JourneyDocument, NodeId } from '@tendril/journey/model';
import type { NodeTypes } from '@tendril/journey/nodes';
import { BRANCH_GAP, fan, GAP, type Point, SIDE_GAP, STEP_HEIGHT, STEP_WIDTH } from '../geometry.ts';
import { type PortAddress, portsOf } from '../ports-of.ts';
import { findNode, reachableFrom } from '../walk.ts';

const overlaps = (a: Point, b: Point): boolean => Math.abs(a.x - b.x) < STEP_WIDTH + SIDE_GAP / 2 && Math.abs(a.y - b.y) < STEP_HEIGHT + GAP / 2;

/** The nearest place at or right of the wished one that no other step takes. */
export function freePlace(document: JourneyDocument, wished: Point): Point {
  let place = wished;
  for (;;) {
    const taken = document.nodes.find((node) => overlaps(node.position, place));
    if (taken === undefined) return place;
    place = { x: taken.position.x + STEP_WIDTH + SIDE_GAP, y: place.y };
  }
}

/** Where a step goes that follows a way out: below, and to the side the way fans out to. */
export function placeBelow(document: JourneyDocument, { node, port }: PortAddress, types: NodeTypes): Point {
  const above = findNode(document, node);
  if (above === undefined) return { x: 0, y: 0 };
  const ports = portsOf(above, types);
  const index = Math.max(
    0,
    ports.findIndex(({ id }) => id === port),
  );
  const gap = ports.length > 1 ? BRANCH_GAP : GAP;
  return { x: above.position.x + fan(index, ports.length, STEP_WIDTH + SIDE_GAP), y: above.position.y + STEP_HEIGHT + gap };
}

/** Moves steps by the same way; the others keep their place and identity. */
export function shift(document: JourneyDocument, ids: ReadonlySet<NodeId>, by: Point): JourneyDocument {
  if (by.x === 0 && by.y === 0) return document;
  const move = (node: DocumentNode): DocumentNode =>
    ids.has(node.id) ? { ...node, position: { x: node.position.x + by.x, y: node.position.y + by.y } } : node;
  return { ...document, nodes: document.nodes.map(move) };
}

/** Pushes what follows `below` down until there is room under a step whose top is at `top`. Steps above stay. */
export function makeRoom(document: JourneyDocument, below: NodeId, top: number, gap: number): JourneyDocument {
  const first = findNode(document, below);
  if (first === undefined) return document;
  const missing = top + STEP_HEIGHT + gap - first.position.y;
  if (missing <= 0) return document;
  const pushed = [...reachableFrom(document, below)].filter((id) => (findNode(document, id)?.position.y ?? -Infinity) >= first.position.y);
  return shift(document, new Set(pushed), { x: 0, y: missing });
}
