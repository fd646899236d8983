/** Remembers the `limit` most recently used values; forgets the one unused for longest first. */
export class BoundedCache<Value> {
  readonly #limit: number;
  readonly #entries = new Map<string, Value>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The remembered value, or the one that `make` gives, which is then remembered. */
  get(key: string, make: () => Value): Value {
    const known = this.#entries.get(key);
    const value = known ?? make();
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size > this.#limit) {
      const oldest = this.#entries.keys().next();
      if (!oldest.done) this.#entries.delete(oldest.value);
    }
    return value;
  }

  /** Forgets one value, so that a failed attempt is not remembered. */
  forget(key: string): void {
    this.#entries.delete(key);
  }
}
