import type { JourneyDocument, NodeId } from '@tendril/journey/model';
import type { NodeTypes } from '@tendril/journey/nodes';
import { isEntry, type PortAddress } from '../ports-of.ts';
import { findNode } from '../walk.ts';

/** True if a way out may lead to that step: not to itself, not to an entry. */
export function mayConnect(document: JourneyDocument, from: PortAddress, to: NodeId, types: NodeTypes): boolean {
  const target = findNode(document, to);
  return target !== undefined && from.node !== to && !isEntry(target.kind, types);
}

/** Lets a way out lead to a step; where it led before, it leads no more. */
export function connect(document: JourneyDocument, from: PortAddress, to: NodeId, types: NodeTypes): JourneyDocument {
  if (!mayConnect(document, from, to, types)) return document;
  if (document.edges.some((edge) => edge.from === from.node && edge.port === from.port && edge.to === to)) return document;
  const others = document.edges.filter((edge) => edge.from !== from.node || edge.port !== from.port);
  return { ...document, edges: [...others, { from: from.node, port: from.port, to }] };
}

/** Lets ways out lead nowhere. */
export function disconnect(document: JourneyDocument, ports: readonly PortAddress[]): JourneyDocument {
  const edges = document.edges.filter((edge) => !ports.some(({ node, port }) => node === edge.from && port === edge.port));
  return edges.length === document.edges.length ? document : { ...document, edges };
}

/** Exchanges where the first two ways out of a step lead to. */
export function flip(document: JourneyDocument, node: NodeId, [first, second]: readonly [string, string]): JourneyDocument {
  const swapped = new Map([
    [first, second],
    [second, first],
  ]);
  return {
    ...document,
    edges: document.edges.map((edge) => (edge.from === node ? { ...edge, port: swapped.get(edge.port) ?? edge.port } : edge)),
  };
}

/** Lets what follows one way out of a step follow another instead. What followed that one follows the first: nothing is lost. */
export const moveRest = (document: JourneyDocument, node: NodeId, from: string, to: string): JourneyDocument =>
  from === to || !document.edges.some((edge) => edge.from === node && edge.port === from) ? document : flip(document, node, [from, to]);
