import type { DocumentNode, DocumentNote, JourneyDocument, NodeId } from '@tendril/journey/model';
import type { NodeTypes, Port } from '@tendril/journey/nodes';
import { portsOf } from '../../document/ports-of.ts';
import { findNode, readingOrder } from '../../document/walk.ts';

/** One line of the outline. `depth` grows with every branch. */
export type OutlineRow =
  /** `branches` is true for a step with several ways on, which can be folded. */
  | { readonly is: 'step'; readonly key: string; readonly depth: number; readonly node: DocumentNode; readonly branches: boolean }
  /** A way out of the step above it; `to` is null where it leads nowhere yet. */
  | { readonly is: 'way'; readonly key: string; readonly depth: number; readonly from: NodeId; readonly port: Port; readonly to: NodeId | null }
  /** The way goes on at a step that stands elsewhere in the list. */
  | { readonly is: 'goes-on'; readonly key: string; readonly depth: number; readonly at: DocumentNode }
  /** A remark of the drawing; remarks stand below all steps. */
  | { readonly is: 'note'; readonly key: string; readonly depth: number; readonly note: DocumentNote };

/** The drawing as an indented list: each step once, its branches below it, and where ways meet again; then its notes. */
export function outlineRows(document: JourneyDocument, types: NodeTypes): readonly OutlineRow[] {
  const rows: OutlineRow[] = [];
  const seen = new Set<NodeId>();
  const follow = (id: NodeId, depth: number, via: string): void => {
    const node = findNode(document, id);
    if (node === undefined) return;
    if (seen.has(id)) {
      rows.push({ is: 'goes-on', key: `${via} goes on`, depth, at: node });
      return;
    }
    seen.add(id);
    const ports = portsOf(node, types);
    rows.push({ is: 'step', key: id, depth, node, branches: ports.length > 1 });
    for (const port of ports) {
      const to = document.edges.find((edge) => edge.from === id && edge.port === port.id)?.to ?? null;
      const key = `${id}:${port.id}`;
      const branches = ports.length > 1;
      if (branches || to === null) rows.push({ is: 'way', key, depth: depth + (branches ? 1 : 0), from: id, port, to });
      if (to !== null) follow(to, depth + (branches ? 2 : 0), key);
    }
  };
  for (const id of readingOrder(document)) if (!seen.has(id)) follow(id, 0, id);
  for (const note of document.notes ?? []) rows.push({ is: 'note', key: note.id, depth: 0, note });
  return rows;
}

/** The list without what lies below the folded steps. */
export function foldRows(rows: readonly OutlineRow[], folded: ReadonlySet<NodeId>): readonly OutlineRow[] {
  let above: number | null = null;
  return rows.filter((row) => {
    if (above !== null && row.depth > above) return false;
    above = row.is === 'step' && folded.has(row.node.id) ? row.depth : null;
    return true;
  });
}
