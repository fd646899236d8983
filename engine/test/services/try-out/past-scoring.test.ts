import { DAY, type LeadView } from '@tendril/journey/model';
import { madeUpLead } from '@tendril/journey/simulator';
import type { LedgerEntry } from '@tendril/scoring';
import { expect, test } from 'vitest';
import { pastScoring } from '../../../src/services/try-out/back-test/past-scoring.ts';

const START = Date.UTC(2026, 0, 1);
const points = (day: number, value: number): LedgerEntry => ({ dimension: 'interest', points: value, ruleKey: 'a-rule', at: START + day * DAY });

function scoring() {
  const lead = madeUpLead('l');
  const rescore = pastScoring({ ledger: [points(0, 10), points(5, 8)], events: [], profileKnown: true, initial: lead.score });
  return { lead, at: (known: LeadView, day: number) => rescore(known, START + day * DAY) };
}

test('the score is the one of the day, whatever the lead has today', () => {
  const { lead, at } = scoring();
  expect(at(lead, 0).score.interest).toBe(10);
  expect(at(lead, 5).score.interest).toBeCloseTo(16.9);
  // A second simulation begins earlier again.
  expect(at(lead, 0).score.interest).toBe(10);
});

test('what the simulated journey gives stays on top of it', () => {
  const { lead, at } = scoring();
  const first = at(lead, 0);
  const given = { ...first, score: { ...first.score, interest: first.score.interest + 5, total: first.score.total + 5 } };
  expect(at(given, 0).score.interest).toBe(15);
  const later = at(at(given, 0), 5);
  expect(later.score.interest).toBeCloseTo(21.9);
});
