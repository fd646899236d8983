import { UserError } from './user-error.ts';

/**
 * Cursors of lists: the sort values of the last row of a page, as the next page's starting point. A list that grows
 * meanwhile neither repeats nor loses rows.
 */
export const writeCursor = (values: readonly (string | number | null)[]): string => Buffer.from(JSON.stringify(values)).toString('base64url');

/**
 * Reads a cursor that `writeCursor` wrote with as many values.
 * @throws UserError `cursor.invalid`
 */
export function readCursor(cursor: string, length: number): readonly (string | number | null)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const plain = (value: unknown) => value === null || typeof value === 'string' || typeof value === 'number';
    if (Array.isArray(values) && values.length === length && values.every(plain)) return values;
  } catch {
    // Answered below: a cursor is opaque, so how it is broken is of no use to anybody.
  }
  throw new UserError('cursor.invalid');
}
