import type { DocumentEdge, DocumentNode, JourneyDocument } from '@tendril/journey/model';
import type { NodeTypes } from '@tendril/journey/nodes';
import { BRANCH_GAP, GAP } from '../geometry.ts';
import { isEntry, type PortAddress, portsOf } from '../ports-of.ts';
import { findNode } from '../walk.ts';
import { groupOf, joinGroup } from './groups.ts';
import { freePlace, makeRoom, placeBelow } from './place.ts';

/** Puts a step on the canvas, connected to nothing, at the nearest free place. */
export const addStep = (document: JourneyDocument, node: DocumentNode): JourneyDocument => ({
  ...document,
  nodes: [...document.nodes, { ...node, position: freePlace(document, node.position) }],
});

/** Lets a way out lead to a new step. An entry cannot follow anything: it is put beside, unconnected. */
export function appendStep(document: JourneyDocument, from: PortAddress, node: DocumentNode, types: NodeTypes): JourneyDocument {
  const placed = { ...node, position: freePlace(document, placeBelow(document, from, types)) };
  if (isEntry(node.kind, types)) return { ...document, nodes: [...document.nodes, placed] };
  const others = document.edges.filter((edge) => edge.from !== from.node || edge.port !== from.port);
  return { ...document, nodes: [...document.nodes, placed], edges: [...others, { from: from.node, port: from.port, to: node.id }] };
}

/**
 * Puts a step into a connection: what followed now follows the step's first way out, and moves down to make room. Between two
 * steps of a group it is in the group, too.
 */
export function insertStep(document: JourneyDocument, edge: DocumentEdge, node: DocumentNode, types: NodeTypes): JourneyDocument {
  const source = findNode(document, edge.from);
  const target = findNode(document, edge.to);
  if (source === undefined || target === undefined || isEntry(node.kind, types)) return addStep(document, node);
  const below = placeBelow(document, { node: edge.from, port: edge.port }, types);
  const position = { x: target.position.x, y: Math.min(below.y, Math.max(target.position.y, below.y)) };
  const ports = portsOf(node, types);
  const room = makeRoom(document, edge.to, position.y, ports.length > 1 ? BRANCH_GAP : GAP);
  const first = ports[0];
  const edges = room.edges.map((other) => (other.from === edge.from && other.port === edge.port ? { ...other, to: node.id } : other));
  const inserted = {
    ...room,
    nodes: [...room.nodes, { ...node, position }],
    edges: first === undefined ? edges : [...edges, { from: node.id, port: first.id, to: edge.to }],
  };
  const group = groupOf(document, edge.from);
  return group?.members.includes(edge.to) === true ? joinGroup(inserted, group.id, [node.id]) : inserted;
}
