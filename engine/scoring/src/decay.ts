import type { Instant, Millis } from '@tendril/journey/model';

/** A number that fades: it was `value` at `asOf`. */
export interface Decaying {
  readonly value: number;
  readonly asOf: Instant;
}

/**
 * What is left at `now` of a value that was `value` at `asOf`. Half of it is gone after each `halfLife`; null: it stays.
 * Before `asOf` nothing has faded yet.
 */
export function decayed(value: number, asOf: Instant, now: Instant, halfLife: Millis | null): number {
  if (halfLife === null || now <= asOf) return value;
  return value * 2 ** ((asOf - now) / halfLife);
}

/**
 * Adds two fading numbers of one half-life; the sum is as of the later instant. Associative and commutative, so points
 * may arrive late, in any order and in any grouping.
 */
export function addDecaying(a: Decaying | undefined, b: Decaying, halfLife: Millis | null): Decaying {
  if (a === undefined) return b;
  const asOf = Math.max(a.asOf, b.asOf);
  return { value: decayed(a.value, a.asOf, asOf, halfLife) + decayed(b.value, b.asOf, asOf, halfLife), asOf };
}
