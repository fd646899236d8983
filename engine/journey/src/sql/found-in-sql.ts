/**
 * Where a leaf's value is in SQL, by what sort it is. SQL's null is "not known" throughout, so that SQL's own logic of
 * three values is the condition language's. An instant that is null has never been.
 */
export type FoundInSql =
  | { readonly kind: 'json'; readonly sql: string }
  | { readonly kind: 'text'; readonly sql: string }
  | { readonly kind: 'number'; readonly sql: string }
  | { readonly kind: 'instant'; readonly sql: string };

/** Nothing can be known. */
export const UNKNOWN_IN_SQL = 'null::boolean';

/** A JSON value; JSON's null counts as not known. */
export function jsonFound(sql: string): FoundInSql {
  return { kind: 'json', sql: `nullif(${sql}, 'null'::jsonb)` };
}
