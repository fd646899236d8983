import type { Json, JsonObject } from '../../model/index.ts';

/** What a note may be coloured since version 3. A copy: migrations never change. */
const NAMES: readonly Json[] = ['yellow', 'green', 'blue', 'purple', 'pink', 'grey'];

/**
 * Version 2 took any text for the colour of a note. Version 3 has a fixed list of names, so that every colour can be read
 * in light and dark; what is not among them is left out. It may also have groups, of which version 2 knew nothing.
 */
export function nameColors(document: JsonObject): JsonObject {
  const { notes } = document;
  return { ...document, schemaVersion: 3, ...(Array.isArray(notes) ? { notes: notes.map(nameColor) } : {}) };
}

function nameColor(note: Json): Json {
  if (typeof note !== 'object' || note === null || Array.isArray(note)) return note;
  const { color, ...rest } = note as JsonObject;
  return color === undefined || NAMES.includes(color) ? note : rest;
}
