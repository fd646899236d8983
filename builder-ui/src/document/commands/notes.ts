import type { CanvasColor, DocumentNote, JourneyDocument } from '@tendril/journey/model';
import type { Box } from '../frame.ts';
import { type Point, SIDE_GAP, STEP_HEIGHT, STEP_WIDTH } from '../geometry.ts';
import { pruneGroups } from './groups.ts';

/** Adds a note, or puts a changed one in the place of the old. */
export function putNote(document: JourneyDocument, note: DocumentNote): JourneyDocument {
  const notes = document.notes ?? [];
  const known = notes.some(({ id }) => id === note.id);
  return { ...document, notes: known ? notes.map((old) => (old.id === note.id ? note : old)) : [...notes, note] };
}

/** Removes notes. */
export function deleteNotes(document: JourneyDocument, ids: readonly string[]): JourneyDocument {
  const notes = document.notes ?? [];
  const left = notes.filter(({ id }) => !ids.includes(id));
  return left.length === notes.length ? document : pruneGroups({ ...document, notes: left });
}

/** Gives notes a colour. */
export function colorNotes(document: JourneyDocument, ids: readonly string[], color: CanvasColor): JourneyDocument {
  const changed = (document.notes ?? []).filter((note) => ids.includes(note.id) && note.color !== color);
  return changed.reduce((current, note) => putNote(current, { ...note, color }), document);
}

/** The nearest place at or right of a wished one where a note lies on no step. */
export function freeNotePlace(document: JourneyDocument, wished: Box): Point {
  let { x } = wished;
  for (;;) {
    const under = document.nodes.find(
      ({ position }) =>
        position.x < x + wished.width && x < position.x + STEP_WIDTH && position.y < wished.y + wished.height && wished.y < position.y + STEP_HEIGHT,
    );
    if (under === undefined) return { x, y: wished.y };
    x = under.position.x + STEP_WIDTH + SIDE_GAP;
  }
}
