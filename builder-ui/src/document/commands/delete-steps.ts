import type { JourneyDocument, NodeId, PortId } from '@tendril/journey/model';
import { edgesFrom, edgesInto, findNode, reachableFrom } from '../walk.ts';
import { pruneGroups } from './groups.ts';
import { shift } from './place.ts';

/** Which way on is kept when a step with several goes: per step a port, or null for none. */
export type KeptPorts = ReadonlyMap<NodeId, PortId | null>;

/**
 * Removes steps and closes the gaps: what led to a removed step leads to what followed it. A step with several ways on
 * keeps the one named in `keep`; unnamed, the one with the most steps behind it.
 */
export function deleteSteps(document: JourneyDocument, ids: readonly NodeId[], keep: KeptPorts = new Map()): JourneyDocument {
  return pruneGroups(ids.reduce((current, id) => deleteStep(current, id, keep.get(id)), document));
}

function deleteStep(document: JourneyDocument, id: NodeId, keep: PortId | null | undefined): JourneyDocument {
  const node = findNode(document, id);
  if (node === undefined) return document;
  const follower = keep === null ? undefined : followerOf(document, id, keep);
  const nodes = document.nodes.filter((other) => other.id !== id);
  const bridged = document.edges
    .filter((edge) => edge.from !== id)
    .flatMap((edge) => {
      if (edge.to !== id) return [edge];
      return follower === undefined || follower === edge.from ? [] : [{ ...edge, to: follower }];
    });
  const closed = { ...document, nodes, edges: bridged };
  const next = follower === undefined ? undefined : findNode(document, follower);
  const onlyWay = next !== undefined && edgesInto(document, next.id).length === 1 && edgesInto(document, id).length > 0;
  return onlyWay && next.position.y > node.position.y ? pullUp(closed, next.id, node.position.y - next.position.y) : closed;
}

/** What comes after a step that goes: along the kept way, else along the way with most behind it. */
function followerOf(document: JourneyDocument, id: NodeId, keep: PortId | undefined): NodeId | undefined {
  const ways = edgesFrom(document, id).filter((edge) => edge.to !== id);
  const chosen = ways.find((edge) => edge.port === keep);
  if (chosen !== undefined || ways.length < 2) return (chosen ?? ways[0])?.to;
  const size = (to: NodeId) => reachableFrom(document, to).size;
  return [...ways].sort((a, b) => size(b.to) - size(a.to))[0]?.to;
}

function pullUp(document: JourneyDocument, from: NodeId, by: number): JourneyDocument {
  const first = findNode(document, from);
  if (first === undefined) return document;
  const below = [...reachableFrom(document, from)].filter((id) => (findNode(document, id)?.position.y ?? -Infinity) >= first.position.y);
  return shift(document, new Set(below), { x: 0, y: by });
}
