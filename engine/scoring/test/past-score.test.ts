import { DAY } from '@tendril/journey/model';
import { absenceUntil, addEntry, DEFAULT_SETTINGS, type LedgerEntry, pastScore, readScore, type ScoreState } from '@tendril/scoring';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const START = Date.UTC(2026, 0, 1);
const entry = fc.record({
  dimension: fc.constantFrom('fit', 'interest', 'behaviour', 'stage'),
  points: fc.integer({ min: -10, max: 30 }),
  ruleKey: fc.constantFrom('a-rule', null),
  at: fc.integer({ min: 0, max: 300 }).map((day) => START + day * DAY),
});
const state = (ledger: readonly LedgerEntry[]) => ledger.reduce<ScoreState>((sum, one) => addEntry(sum, one, DEFAULT_SETTINGS), {});

test('the past score is what would have been read then: what came later does not count', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 12 }), fc.integer({ min: 0, max: 300 }), (ledger, day) => {
      const context = { now: START + day * DAY, lastSeenAt: START, profileKnown: true };
      const then = ledger.filter(({ at }) => at <= context.now);
      expect(pastScore(ledger, context, DEFAULT_SETTINGS)).toEqual(readScore(state(then), context, DEFAULT_SETTINGS));
    }),
  );
});

test('a silence is deducted once, whether the ledger has it already or not', () => {
  const ledger: readonly LedgerEntry[] = [{ dimension: 'behaviour', points: 40, ruleKey: 'a-rule', at: START }];
  const context = { now: START + 100 * DAY, lastSeenAt: START, profileKnown: true };
  const settled = [...ledger, ...absenceUntil(state(ledger), START, START + 95 * DAY, DEFAULT_SETTINGS).entries];
  expect(settled.length).toBeGreaterThan(1);
  expect(pastScore(settled, context, DEFAULT_SETTINGS)).toEqual(pastScore(ledger, context, DEFAULT_SETTINGS));
});
