import type { DocumentEdge, DocumentNode, JourneyDocument, NodeId } from '@tendril/journey/model';

/** The step of that id; undefined if the drawing has none. */
export const findNode = (document: JourneyDocument, id: NodeId): DocumentNode | undefined => document.nodes.find((node) => node.id === id);

/** Connections out of a step. */
export const edgesFrom = (document: JourneyDocument, id: NodeId): readonly DocumentEdge[] => document.edges.filter((edge) => edge.from === id);

/** Connections into a step. */
export const edgesInto = (document: JourneyDocument, id: NodeId): readonly DocumentEdge[] => document.edges.filter((edge) => edge.to === id);

/** Where each step leads, in the order of the connections. */
function followers(document: JourneyDocument): ReadonlyMap<NodeId, readonly NodeId[]> {
  const next = new Map<NodeId, NodeId[]>();
  for (const { from, to } of document.edges) {
    const ways = next.get(from);
    if (ways === undefined) next.set(from, [to]);
    else ways.push(to);
  }
  return next;
}

/** The step itself and everything a lead can reach from it. */
export function reachableFrom(document: JourneyDocument, start: NodeId): ReadonlySet<NodeId> {
  const next = followers(document);
  const reached = new Set<NodeId>([start]);
  const queue = [start];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const to of next.get(id) ?? []) {
      if (reached.has(to)) continue;
      reached.add(to);
      queue.push(to);
    }
  }
  return reached;
}

/** Steps in the order a reader meets them: entries first, then along the connections, then what nothing leads to. */
export function readingOrder(document: JourneyDocument): readonly NodeId[] {
  const next = followers(document);
  const entered = new Set(document.edges.map((edge) => edge.to));
  const byPlace = (a: DocumentNode, b: DocumentNode) => a.position.y - b.position.y || a.position.x - b.position.x;
  const starts = document.nodes.filter((node) => !entered.has(node.id)).sort(byPlace);
  const order = new Set<NodeId>();
  const visit = (id: NodeId) => {
    const stack = [id];
    for (let current = stack.pop(); current !== undefined; current = stack.pop()) {
      if (order.has(current)) continue;
      order.add(current);
      stack.push(...(next.get(current) ?? []).toReversed());
    }
  };
  for (const node of [...starts, ...[...document.nodes].sort(byPlace)]) visit(node.id);
  return [...order];
}
