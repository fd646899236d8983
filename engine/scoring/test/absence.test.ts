import { DAY } from '@tendril/journey/model';
import { ABSENCE_RULE, absenceUntil, addEntry, DEFAULT_SETTINGS, refutedAbsences, type ScoreState } from '@tendril/scoring';
import { describe, expect, test } from 'vitest';
import { START } from './ledger-arbitraries.ts';

const settings = { ...DEFAULT_SETTINGS, dimensions: { ...DEFAULT_SETTINGS.dimensions, behaviour: { max: 200, halfLife: null } } };
const state: ScoreState = { behaviour: { value: 90, asOf: START } };

describe('silence written into the ledger', () => {
  test('gives one row per month, dated when the month was over', () => {
    const { entries, idleMonths } = absenceUntil(state, START, START + 70 * DAY, settings);
    expect(idleMonths).toBe(2);
    expect(entries.map(({ points, at, ruleKey }) => [points, (at - START) / DAY, ruleKey])).toEqual([
      [-30, 30, ABSENCE_RULE],
      [-30, 60, ABSENCE_RULE],
    ]);
  });

  test('does not deduct a month twice', () => {
    const first = absenceUntil(state, START, START + 35 * DAY, settings);
    const after = { ...first.entries.reduce((sum, entry) => addEntry(sum, entry, settings), state), idleMonths: first.idleMonths };
    expect(absenceUntil(after, START, START + 36 * DAY, settings).entries).toEqual([]);
    expect(absenceUntil(after, START, START + 61 * DAY, settings).entries).toHaveLength(1);
  });

  test('is given back when a late event shows that the month was not silent', () => {
    const { entries } = absenceUntil(state, START, START + 70 * DAY, settings);
    const back = refutedAbsences(entries, START + 40 * DAY, settings);
    expect(back.map(({ points, at }) => [points, (at - START) / DAY])).toEqual([[30, 60]]);
    expect(refutedAbsences([...entries, ...back], START + 40 * DAY, settings)).toEqual([]);
  });
});
