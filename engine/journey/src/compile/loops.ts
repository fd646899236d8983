import type { NodeId } from '../model/index.ts';

/**
 * Finds the loops of a graph: its strongly connected parts with more than one node, or with a node that leads to itself.
 * Tarjan's algorithm with a stack of its own, so that a long journey does not exhaust the call stack.
 */
export function loopsIn(nodes: Iterable<NodeId>, successors: (node: NodeId) => readonly NodeId[]): readonly (readonly NodeId[])[] {
  const found: NodeId[][] = [];
  const index = new Map<NodeId, number>();
  const low = new Map<NodeId, number>();
  const open: NodeId[] = [];
  const isOpen = new Set<NodeId>();

  const begin = (node: NodeId) => {
    index.set(node, index.size);
    low.set(node, index.size - 1);
    open.push(node);
    isOpen.add(node);
    return { node, ways: successors(node), at: 0 };
  };
  const lower = (node: NodeId, value: number) => low.set(node, Math.min(low.get(node) ?? value, value));
  const close = (node: NodeId) => {
    if (low.get(node) !== index.get(node)) return;
    const part = open.splice(open.lastIndexOf(node));
    for (const member of part) isOpen.delete(member);
    if (part.length > 1 || successors(node).includes(node)) found.push(part);
  };

  for (const root of nodes) {
    if (index.has(root)) continue;
    const work = [begin(root)];
    for (let frame = work.at(-1); frame !== undefined; frame = work.at(-1)) {
      const way = frame.ways[frame.at++];
      if (way === undefined) {
        work.pop();
        close(frame.node);
        const parent = work.at(-1);
        if (parent !== undefined) lower(parent.node, low.get(frame.node) ?? 0);
      } else if (!index.has(way)) work.push(begin(way));
      else if (isOpen.has(way)) lower(frame.node, index.get(way) ?? 0);
    }
  }
  return found;
}
