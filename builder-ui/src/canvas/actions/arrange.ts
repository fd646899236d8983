import type { NodeId } from '@tendril/journey/model';
import { moveSteps, setDisabled } from '../../document/commands/change-step.ts';
import { putNote } from '../../document/commands/notes.ts';
import type { Point } from '../../document/geometry.ts';
import { currentDocument, type Editor, edit } from '../editor.ts';

/** Puts steps and notes where they were dragged to: one undo step. */
export function moveTo(editor: Editor, places: ReadonlyMap<string, Point>): void {
  edit(editor, { name: 'move', count: places.size }, (document) => {
    const notes = (document.notes ?? []).filter((note) => places.has(note.id));
    return notes.reduce(
      (current, note) => {
        const to = places.get(note.id);
        return to === undefined ? current : putNote(current, { ...note, position: { x: Math.round(to.x), y: Math.round(to.y) } });
      },
      moveSteps(document, places),
    );
  });
}

/** Moves what is chosen by some pixels; held keys are one undo step. */
export function nudge(editor: Editor, by: Point): void {
  const chosen = new Set(editor.view.getState().selected);
  const places = new Map<NodeId, Point>();
  for (const node of currentDocument(editor).nodes)
    if (chosen.has(node.id)) places.set(node.id, { x: node.position.x + by.x, y: node.position.y + by.y });
  edit(editor, { name: 'move', count: places.size, group: 'nudge' }, (document) => moveSteps(document, places));
}

/** Switches the chosen steps off, or on again if all of them are off. */
export function toggleDisabled(editor: Editor): void {
  const { selected } = editor.view.getState();
  const nodes = currentDocument(editor).nodes.filter((node) => selected.includes(node.id));
  if (nodes.length === 0) return;
  const off = nodes.some((node) => node.disabled !== true);
  edit(editor, { name: off ? 'disable' : 'enable', count: nodes.length }, (document) =>
    setDisabled(
      document,
      nodes.map((node) => node.id),
      off,
    ),
  );
}
