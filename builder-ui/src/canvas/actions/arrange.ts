import type { JourneyDocument, NodeId } from '@tendril/journey/model';
import { type Alignment, alignedPlaces } from '../../document/commands/align.ts';
import { moveSteps, setDisabled } from '../../document/commands/change-step.ts';
import { groupsOf, joinFrameAt } from '../../document/commands/groups.ts';
import { putNote } from '../../document/commands/notes.ts';
import type { Point } from '../../document/geometry.ts';
import { documentToFlow } from '../document-to-flow.ts';
import { currentDocument, type Editor, edit } from '../editor.ts';

/**
 * Puts steps and notes where they were dragged to: one undo step. A collapsed group takes along what is inside; what is let
 * go in an open frame is in that group from then on.
 */
export function moveTo(editor: Editor, dragged: ReadonlyMap<string, Point>): void {
  const before = currentDocument(editor);
  const places = new Map([...membersAlong(editor, dragged), ...dragged]);
  const moved = [...before.nodes, ...(before.notes ?? [])].map(({ id }) => id).filter((id) => places.has(id));
  edit(editor, { name: 'move', count: moved.length }, (document) => joinFrameAt(placeItems(document, places), moved));
}

/** Where the members of dragged frames go, as far as they are not dragged themselves. */
function membersAlong(editor: Editor, dragged: ReadonlyMap<string, Point>): readonly (readonly [string, Point])[] {
  const document = currentDocument(editor);
  const drawn = documentToFlow(document, editor.types).nodes;
  return groupsOf(document).flatMap(({ id, members }) => {
    const [to, from] = [dragged.get(id), drawn.find((node) => node.id === id)?.position];
    if (to === undefined || from === undefined) return [];
    return drawn
      .filter((node) => members.includes(node.id))
      .map(({ id: member, position: { x, y } }) => [member, { x: x + to.x - from.x, y: y + to.y - from.y }] as const);
  });
}

/** The drawing with steps and notes at their places. */
function placeItems(document: JourneyDocument, places: ReadonlyMap<string, Point>): JourneyDocument {
  const notes = (document.notes ?? []).filter((note) => places.has(note.id));
  return notes.reduce(
    (current, note) => {
      const to = places.get(note.id);
      const position = to === undefined ? note.position : { x: Math.round(to.x), y: Math.round(to.y) };
      return position.x === note.position.x && position.y === note.position.y ? current : putNote(current, { ...note, position });
    },
    moveSteps(document, places),
  );
}

/** Moves what is chosen by some pixels; held keys are one undo step. */
export function nudge(editor: Editor, by: Point): void {
  const chosen = new Set(editor.view.getState().selected);
  const places = new Map<NodeId, Point>();
  const { nodes, notes = [] } = currentDocument(editor);
  for (const { id, position } of [...nodes, ...notes]) if (chosen.has(id)) places.set(id, { x: position.x + by.x, y: position.y + by.y });
  edit(editor, { name: 'move', count: places.size, group: 'nudge' }, (document) => placeItems(document, places));
}

/** Puts the chosen steps and notes in line. */
export function alignSelected(editor: Editor, alignment: Alignment): void {
  const { selected } = editor.view.getState();
  edit(editor, { name: 'align', count: selected.length }, (document) => placeItems(document, alignedPlaces(document, selected, alignment)));
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
