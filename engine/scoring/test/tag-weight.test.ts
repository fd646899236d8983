import { DAY } from '@tendril/journey/model';
import { tagWeight } from '@tendril/scoring';
import { describe, expect, test } from 'vitest';
import { START } from './ledger-arbitraries.ts';

describe('the weight of a tag', () => {
  test('is 0.448 for an article favourited a week ago: 0.7 by time × 0.8 by address × 0.8 by behaviour', () => {
    const article = { at: START, urlWeight: 0.8, behaviourWeight: 0.8 };
    expect(tagWeight(article, START + 7 * DAY)).toBeCloseTo(0.448, 12);
  });

  test('is full for a product tried today', () => {
    expect(tagWeight({ at: START, urlWeight: 1, behaviourWeight: 1 }, START)).toBe(1);
  });
});
