import { DAY } from '@tendril/journey/model';
import { DEFAULT_SETTINGS, intentOf, isInteraction } from '@tendril/scoring';
import { describe, expect, test } from 'vitest';
import { START } from './ledger-arbitraries.ts';

const NOW = START + 100 * DAY;
const event = (name: string, daysAgo: number, properties = {}) => ({ id: name, name, at: NOW - daysAgo * DAY, properties });
const intent = (...events: ReturnType<typeof event>[]) => intentOf(events, NOW, DEFAULT_SETTINGS.intentWindow);

describe('intent', () => {
  test('is high for 30 days after a hand-raise', () => {
    expect([intent(event('Demo Requested', 30)), intent(event('Price Requested', 1)), intent(event('Trial Started', 31))]).toEqual([
      'high',
      'high',
      'none',
    ]);
  });

  test('is low after a look at prices or the demo page, none after other pages', () => {
    expect(['/pricing', '/demo', '/careers'].map((path) => intent(event('Page Viewed', 1, { path })))).toEqual(['low', 'low', 'none']);
  });

  test('does not know the future', () => {
    expect(intent(event('Demo Requested', -1))).toBe('none');
  });
});

test('only what leads did themselves is an interaction', () => {
  const did = (name: string, type = 'track', properties = {}) => isInteraction({ type, name, properties });
  expect([did('Page Viewed', 'page'), did('Content Opened'), did('WeCom Replied', 'wecom'), did('Email Clicked', 'email', { human: true })]).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect([
    did('Identify', 'identify'),
    did('Email Opened', 'email'),
    did('Email Clicked', 'email', { human: false }),
    did('SDR Disposition', 'sdr'),
  ]).toEqual([false, false, false, false]);
});
