import type { NodeId, PortId } from '@tendril/journey/model';
import { disconnect } from '../../document/commands/connect.ts';
import { deleteSteps } from '../../document/commands/delete-steps.ts';
import { deleteNotes } from '../../document/commands/notes.ts';
import { edgesFrom } from '../../document/walk.ts';
import { currentDocument, type Editor, edit } from '../editor.ts';

/**
 * Removes what is chosen. If a step with several ways on is among it, and what follows stays, the person is asked first
 * which way stays.
 */
export function removeSelected(editor: Editor): void {
  const { selected, selectedEdges } = editor.view.getState();
  const document = currentDocument(editor);
  const steps = selected.filter((id) => document.nodes.some((node) => node.id === id));
  const split = steps.find((id) => followersThatStay(editor, id, steps).size > 1);
  if (split !== undefined && steps.length === 1) {
    editor.view.setGesture({ at: 'asking-branch', ids: steps, split });
    return;
  }
  remove(editor, selected, selectedEdges);
}

/** Steps that would follow in the place of one that goes, of those that do not go themselves. */
const followersThatStay = (editor: Editor, id: NodeId, going: readonly NodeId[]): ReadonlySet<NodeId> =>
  new Set(edgesFrom(currentDocument(editor), id).flatMap((edge) => (going.includes(edge.to) ? [] : [edge.to])));

/** Removes a step with several ways on, keeping one of them or none. */
export function removeSplit(editor: Editor, id: NodeId, keep: PortId | null): void {
  edit(editor, { name: 'delete', count: 1 }, (document) => deleteSteps(document, [id], new Map([[id, keep]])));
  editor.view.setGesture({ at: 'idle' });
}

function remove(editor: Editor, ids: readonly string[], edges: readonly string[]): void {
  if (ids.length === 0 && edges.length === 0) return;
  const name = ids.length > 0 ? 'delete' : 'disconnect';
  edit(editor, { name, count: ids.length || edges.length }, (document) => {
    const ports = document.edges.filter((edge) => edges.includes(`${edge.from}:${edge.port}`)).map(({ from, port }) => ({ node: from, port }));
    return deleteNotes(deleteSteps(disconnect(document, ports), ids), ids);
  });
}
