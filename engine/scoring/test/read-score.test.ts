import { DAY } from '@tendril/journey/model';
import { addEntry, DEFAULT_SETTINGS, DIMENSIONS, explainScore, readScore, type ScoreState } from '@tendril/scoring';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ledger, START } from './ledger-arbitraries.ts';

const behaviour = (points: number, at = START) => ({ dimension: 'behaviour', points, ruleKey: 'x', at }) as const;
const known = { profileKnown: true, lastSeenAt: START };

describe('a score read at an instant', () => {
  test('is never NaN, never below zero, never above its maximum, and its grade is one of A1 to D4 or none', () => {
    const context = fc.record({
      now: fc.integer({ min: START - 400 * DAY, max: START + 4_000 * DAY }),
      lastSeenAt: fc.option(fc.integer({ min: START, max: START + 365 * DAY })),
      profileKnown: fc.boolean(),
    });
    fc.assert(
      fc.property(ledger, context, (entries, at) => {
        const state = entries.reduce<ScoreState>((sum, entry) => addEntry(sum, entry, DEFAULT_SETTINGS), {});
        const score = readScore(state, at, DEFAULT_SETTINGS);
        for (const dimension of DIMENSIONS) {
          expect(score[dimension]).toBeGreaterThanOrEqual(0);
          expect(score[dimension]).toBeLessThanOrEqual(DEFAULT_SETTINGS.dimensions[dimension].max);
        }
        if (at.profileKnown && at.lastSeenAt !== null) expect(score.grade).toMatch(/^[A-D][1-4]$/);
        else expect(score.grade).toBeNull();
      }),
    );
  });

  test('says the same as its explanation, and the parts add up', () => {
    fc.assert(
      fc.property(ledger, fc.integer({ min: START + 366 * DAY, max: START + 900 * DAY }), (entries, now) => {
        const state = entries.reduce<ScoreState>((sum, entry) => addEntry(sum, entry, DEFAULT_SETTINGS), {});
        const context = { ...known, now, lastSeenAt: START + 365 * DAY };
        const score = readScore(state, context, DEFAULT_SETTINGS);
        const why = explainScore(entries, { ...context, rules: [] }, DEFAULT_SETTINGS);
        expect(why.total).toBe(score.total);
        for (const { dimension, points, max, parts } of why.dimensions) {
          expect(points).toBe(score[dimension]);
          const sum = parts.reduce((total, part) => total + part.points, 0);
          if (sum > 0.3 && sum < max - 0.3) expect(Math.abs(sum - points)).toBeLessThan(0.3);
        }
      }),
    );
  });

  test('loses half of its interest points in 30 days, and no fit points ever', () => {
    const state: ScoreState = { interest: { value: 20, asOf: START }, fit: { value: 31, asOf: START } };
    const score = readScore(state, { now: START + 30 * DAY, lastSeenAt: null, profileKnown: true }, DEFAULT_SETTINGS);
    expect(score).toMatchObject({ interest: 10, fit: 31, total: 41 });
  });
});

describe('silence', () => {
  const steady = { ...DEFAULT_SETTINGS, dimensions: { ...DEFAULT_SETTINGS.dimensions, behaviour: { max: 200, halfLife: null } } };
  const read = (points: number, days: number) =>
    readScore(addEntry({}, behaviour(points), steady), { ...known, now: START + days * DAY }, steady).behaviour;

  test('takes 30 points for each full month, and not before', () => {
    expect([read(90, 29.9), read(90, 30), read(90, 59.9), read(90, 60)]).toEqual([90, 60, 60, 30]);
  });

  test('never takes more than there is', () => {
    expect([read(50, 60), read(50, 3_650), read(-20, 90)]).toEqual([0, 0, 0]);
  });

  test('takes nothing of somebody who was never seen', () => {
    expect(readScore(addEntry({}, behaviour(90), steady), { now: START + 90 * DAY, lastSeenAt: null, profileKnown: true }, steady).behaviour).toBe(
      90,
    );
  });
});
