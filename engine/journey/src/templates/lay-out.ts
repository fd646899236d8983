import type { DocumentEdge, DocumentNode, NodeId } from '../model/index.ts';

const COLUMN_WIDTH = 300;
const ROW_HEIGHT = 150;

/**
 * Places steps top down: each below all that lead to it, the ways out of a step side by side above what they lead to.
 * Connections that lead back up are left out of account. Enough for a template; the canvas has a tidier of its own.
 */
export function layOut(ids: readonly NodeId[], edges: readonly DocumentEdge[]): ReadonlyMap<NodeId, DocumentNode['position']> {
  const children = new Map(ids.map((id) => [id, edges.filter(({ from }) => from === id).map(({ to }) => to)]));
  const hasParent = new Set(edges.map(({ to }) => to));
  const roots = ids.filter((id) => !hasParent.has(id));
  const rows = rowsOf(roots, children);
  const columns = columnsOf(roots, children);
  return new Map(ids.map((id) => [id, { x: Math.round((columns.get(id) ?? 0) * COLUMN_WIDTH), y: (rows.get(id) ?? 0) * ROW_HEIGHT }]));
}

type Children = ReadonlyMap<NodeId, readonly NodeId[]>;

/** The length of the longest way to each step, not counting ways that turn back. */
function rowsOf(roots: readonly NodeId[], children: Children): ReadonlyMap<NodeId, number> {
  const rows = new Map<NodeId, number>();
  const visit = (id: NodeId, row: number, above: ReadonlySet<NodeId>): void => {
    if (above.has(id) || (rows.get(id) ?? -1) >= row) return;
    rows.set(id, row);
    for (const child of children.get(id) ?? []) visit(child, row + 1, new Set([...above, id]));
  };
  for (const root of roots) visit(root, 0, new Set());
  return rows;
}

/** Leaves get columns from left to right in the order they are met; every other step stands above the middle of its own. */
function columnsOf(roots: readonly NodeId[], children: Children): ReadonlyMap<NodeId, number> {
  const columns = new Map<NodeId, number>();
  const met = new Set<NodeId>();
  let next = 0;
  const visit = (id: NodeId): number => {
    met.add(id);
    const own = (children.get(id) ?? []).filter((child) => !met.has(child));
    const below = own.flatMap((child) => (met.has(child) ? [] : [visit(child)]));
    const column = below.length === 0 ? next++ : below.reduce((sum, at) => sum + at, 0) / below.length;
    columns.set(id, column);
    return column;
  };
  for (const root of roots) if (!met.has(root)) visit(root);
  return columns;
}
