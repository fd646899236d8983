/** NUL and halves of characters: legal in JSON, refused by the database. */
const UNSTORABLE = /\\u0000|\\ud[89a-f]/i;

/** A copy of a JSON value without the characters that the database cannot keep; the value itself if it has none. */
export function storable<T>(value: T): T {
  return UNSTORABLE.test(JSON.stringify(value) ?? '') ? (cleaned(value) as T) : value;
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '').toWellFormed();
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [cleaned(key), cleaned(inner)]));
}
