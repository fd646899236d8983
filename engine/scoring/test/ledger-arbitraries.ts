import { DAY } from '@tendril/journey/model';
import { DIMENSIONS, type LedgerEntry } from '@tendril/scoring';
import fc from 'fast-check';

/** Midnight of some day; all times of the tests are after it. */
export const START = 1_790_000_000_000;

/** Any ledger row within a year of `START`. */
const ledgerEntry: fc.Arbitrary<LedgerEntry> = fc.record({
  dimension: fc.constantFrom(...DIMENSIONS),
  points: fc.integer({ min: -60, max: 60 }),
  ruleKey: fc.constantFrom('a', 'b', null),
  at: fc.integer({ min: START, max: START + 365 * DAY }),
});

/** A ledger of up to 30 rows in any order. */
export const ledger = fc.array(ledgerEntry, { maxLength: 30 });
