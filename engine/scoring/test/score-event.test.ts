import { DAY, HOUR } from '@tendril/journey/model';
import { DEFAULT_SCORE_RULES, scoreEvent } from '@tendril/scoring';
import { describe, expect, test } from 'vitest';
import { START } from './ledger-arbitraries.ts';

const hits = (name: string, properties = {}, recent = new Map<string, number[]>()) =>
  scoreEvent(DEFAULT_SCORE_RULES, { id: 'e', name, at: START, properties }, recent).map(({ ruleKey, points }) => [ruleKey, points]);

describe('the default rules for events', () => {
  test('give 50 for a conference, 30 for a live stream, 10 for a download', () => {
    expect([hits('Conference Attended'), hits('Live Attended'), hits('Content Downloaded')]).toEqual([
      [['conference-attended', 50]],
      [['live-attended', 30]],
      [['content-downloaded', 10]],
    ]);
  });

  test('value prices over cases over products over articles, and hold a look at jobs against the lead', () => {
    const points = ['/pricing', '/cases/auto', '/product', '/blog/nurture', '/careers'].map(
      (path) => hits('Page Viewed', { path })[0]?.[1] as number,
    );
    expect(points).toEqual([...points].sort((a, b) => b - a));
    expect(points.at(-1)).toBeLessThan(0);
    expect(new Set(points).size).toBe(5);
  });

  test('count a click by a person, not by a scanner', () => {
    expect([hits('Email Clicked', { human: true }), hits('Email Clicked', { human: false }), hits('Email Opened')]).toEqual([
      [['email-clicked', 5]],
      [],
      [],
    ]);
  });

  test('raise the stage on a request for a price, a demo or a trial', () => {
    const dimension = (name: string) => scoreEvent(DEFAULT_SCORE_RULES, { id: 'e', name, at: START, properties: {} }, new Map())[0]?.dimension;
    expect(['Price Requested', 'Demo Requested', 'Trial Started'].map(dimension)).toEqual(['stage', 'stage', 'stage']);
  });

  test('do not count the same page twice a day, whichever view arrives first', () => {
    const recent = (at: number) => hits('Page Viewed', { path: '/pricing' }, new Map([['page-pricing', [at]]]));
    expect([recent(START - 23 * HOUR), recent(START + 23 * HOUR)]).toEqual([[], []]);
    expect([recent(START - DAY), recent(START + DAY)]).toEqual([[['page-pricing', 10]], [['page-pricing', 10]]]);
  });
});
