import type { JourneyDocument, NodeId } from '@tendril/journey/model';
import type { NodeTypes } from '@tendril/journey/nodes';
import { isEntry, portsOf } from '../ports-of.ts';
import { edgesFrom, edgesInto, findNode } from '../walk.ts';
import { moveSteps } from './change-step.ts';

/**
 * Lets a step change places with the one before (`up`) or after (`down`) it on the same line. Null if there is none, or if
 * either is an entry or has several ways on: who goes which way would change, and that is not moving.
 */
export function moveAlong(document: JourneyDocument, id: NodeId, direction: 'up' | 'down', types: NodeTypes): JourneyDocument | null {
  const beside = direction === 'down' ? edgesFrom(document, id).map((edge) => edge.to) : edgesInto(document, id).map((edge) => edge.from);
  const [other, ...more] = [...new Set(beside)];
  if (other === undefined || more.length > 0) return null;
  return direction === 'down' ? exchange(document, id, other, types) : exchange(document, other, id, types);
}

/** `first → second → rest` becomes `second → first → rest`; whatever led to the first leads to the second now. */
function exchange(document: JourneyDocument, first: NodeId, second: NodeId, types: NodeTypes): JourneyDocument | null {
  const [a, b] = [findNode(document, first), findNode(document, second)];
  if (a === undefined || b === undefined || first === second || isEntry(a.kind, types)) return null;
  const [portOfA, portOfB] = [portsOf(a, types), portsOf(b, types)];
  const single = portOfA.length === 1 && portOfB.length === 1 && edgesInto(document, second).length === 1;
  const [leaving, going] = [portOfA[0], portOfB[0]];
  if (!single || leaving === undefined || going === undefined) return null;
  const after = edgesFrom(document, second)[0]?.to;
  if (after === first) return null;
  const others = document.edges
    .filter((edge) => edge.from !== first && edge.from !== second)
    .map((edge) => (edge.to === first ? { ...edge, to: second } : edge));
  const onward = after === undefined ? [] : [{ from: first, port: leaving.id, to: after }];
  const places = new Map([
    [first, b.position],
    [second, a.position],
  ]);
  return moveSteps({ ...document, edges: [...others, { from: second, port: going.id, to: first }, ...onward] }, places);
}
