/** A value that a parameter may have. */
export type SqlValue = string | number | boolean | readonly string[] | readonly number[];

/** A statement with its parameters, `$1` being the first. Values never get into the text. */
export interface SqlQuery {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

/** The type of a parameter, since PostgreSQL cannot always tell. */
type SqlType = 'uuid' | 'text' | 'text[]' | 'float8' | 'float8[]' | 'boolean' | 'timestamptz';

/** Marks the place of a parameter until it is known which ones the statement really uses. */
const MARK = '\u0001';

/** Collects the parameters of one statement. */
export class Bindings {
  readonly #values: SqlValue[] = [];

  /** What stands in the text for a value. */
  bind(value: SqlValue, type: SqlType): string {
    this.#values.push(value);
    return `${MARK}${this.#values.length - 1}${MARK}::${type}`;
  }

  /** Numbers the parameters that the text uses; the others are dropped, since PostgreSQL wants neither more nor fewer. */
  finish(text: string): SqlQuery {
    const places = new Map<string, string>();
    const values: SqlValue[] = [];
    const numbered = text.replace(new RegExp(`${MARK}(\\d+)${MARK}`, 'g'), (mark, index: string) => {
      const known = places.get(mark);
      if (known !== undefined) return known;
      const value = this.#values[Number(index)];
      if (value !== undefined) values.push(value);
      const place = `$${values.length}`;
      places.set(mark, place);
      return place;
    });
    return { text: numbered, values };
  }
}
