import { DAY } from '@tendril/journey/model';
import { addEntry, DEFAULT_SETTINGS, DIMENSIONS, decayed, mergeStates, readScoreState, type ScoreState } from '@tendril/scoring';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ledger, START } from './ledger-arbitraries.ts';

const END = START + 400 * DAY;
const fold = (entries: Parameters<typeof addEntry>[1][]): ScoreState =>
  entries.reduce<ScoreState>((state, entry) => addEntry(state, entry, DEFAULT_SETTINGS), {});

const at = (state: ScoreState, dimension: (typeof DIMENSIONS)[number], now: number): number => {
  const sum = state[dimension];
  return sum === undefined ? 0 : decayed(sum.value, sum.asOf, now, DEFAULT_SETTINGS.dimensions[dimension].halfLife);
};

describe('the stored sum', () => {
  test('is what the ledger fades to, in whatever order its rows arrive', () => {
    fc.assert(
      fc.property(ledger, fc.array(fc.nat(), { minLength: 30, maxLength: 30 }), (entries, keys) => {
        const shuffled = entries.map((entry, i) => ({ entry, key: keys[i] ?? 0 })).sort((a, b) => a.key - b.key);
        const state = fold(shuffled.map(({ entry }) => entry));
        for (const dimension of DIMENSIONS) {
          const { halfLife } = DEFAULT_SETTINGS.dimensions[dimension];
          const expected = entries
            .filter((entry) => entry.dimension === dimension)
            .reduce((sum, entry) => sum + decayed(entry.points, entry.at, END, halfLife), 0);
          expect(at(state, dimension, END)).toBeCloseTo(expected, 7);
        }
      }),
    );
  });

  test('of two leads merged is that of both ledgers together', () => {
    fc.assert(
      fc.property(ledger, ledger, (mine, theirs) => {
        const merged = mergeStates(fold(mine), fold(theirs), DEFAULT_SETTINGS);
        const together = fold([...mine, ...theirs]);
        for (const dimension of DIMENSIONS) expect(at(merged, dimension, END)).toBeCloseTo(at(together, dimension, END), 7);
      }),
    );
  });

  test('survives its JSON column', () => {
    fc.assert(
      fc.property(ledger, fc.option(fc.nat(20), { nil: undefined }), (entries, idleMonths) => {
        const state = { ...fold(entries), ...(idleMonths === undefined ? {} : { idleMonths }) };
        expect(readScoreState(JSON.parse(JSON.stringify(state)))).toEqual(state);
      }),
    );
  });

  test('read from rubbish is empty, never NaN', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (column) => {
        const state = readScoreState(column);
        for (const dimension of DIMENSIONS) expect(at(state, dimension, END)).not.toBeNaN();
      }),
    );
    expect(readScoreState({ fit: { value: 'x', asOf: 1 }, stage: { value: 1 }, interest: null })).toEqual({});
  });
});
