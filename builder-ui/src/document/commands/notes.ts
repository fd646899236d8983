import type { CanvasColor, DocumentNote, JourneyDocument } from '@tendril/journey/model';
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
