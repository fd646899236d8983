/** Which lead field each column of a file fills; null leaves the column out. */
export type Mapping = Readonly<Record<string, string | null>>;

/** Several columns may be kept under their own names. */
export const KEEP_AS_ATTRIBUTE = 'attribute';

/** What keeps a mapping from being used. */
export type MappingProblem =
  | { readonly code: 'noIdentity' }
  | { readonly code: 'twice'; readonly field: string; readonly columns: readonly string[] };

/** The mapping that the file's headings suggest. */
export const guessedMapping = (columns: readonly { readonly name: string; readonly field: string | null }[]): Mapping =>
  Object.fromEntries(columns.map(({ name, field }) => [name, field]));

/** Finds what is wrong with a mapping: no field to recognise a lead by, or two columns for one field. */
export function mappingProblems(mapping: Mapping): readonly MappingProblem[] {
  const fields = [...new Set(Object.values(mapping))].filter((field) => field !== null);
  const columnsOf = (field: string) => Object.keys(mapping).filter((column) => mapping[column] === field);
  const twice = fields
    .filter((field) => field !== KEEP_AS_ATTRIBUTE && columnsOf(field).length > 1)
    .map((field): MappingProblem => ({ code: 'twice', field, columns: columnsOf(field) }));
  const recognised = fields.includes('email') || fields.includes('phone');
  return recognised ? twice : [{ code: 'noIdentity' }, ...twice];
}

/** A mapping kept from an earlier visit, as far as it fits the columns of the file as it is read now. */
export function keptMapping(kept: unknown, guess: Mapping): Mapping {
  if (typeof kept !== 'object' || kept === null) return guess;
  const chosen = kept as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(guess).map(([column, field]) => {
      const value = chosen[column];
      return [column, value === null || typeof value === 'string' ? value : field];
    }),
  );
}
