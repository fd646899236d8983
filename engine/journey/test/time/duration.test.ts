import { canonicalDuration, formatDuration, parseDuration } from '@tendril/journey/time';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];

describe('a length of time', () => {
  test.each([
    ['3d', 3 * DAY],
    ['1d 4h', DAY + 4 * HOUR],
    ['1d4h30m', DAY + 4.5 * HOUR],
    ['3 天', 3 * DAY],
    ['1 天 4 小时', DAY + 4 * HOUR],
    ['1天又4个小时', DAY + 4 * HOUR],
    ['３０ 分钟', 30 * MINUTE],
    ['2 days', 2 * DAY],
    ['1 day and 4 hours', DAY + 4 * HOUR],
    ['1 Week, 2 days', 9 * DAY],
    ['2 周', 14 * DAY],
    ['90m', 90 * MINUTE],
    ['1.5h', 90 * MINUTE],
    ['1.1 h', 66 * MINUTE],
    ['0m', 0],
    ['250ms', 250],
  ])('%s is read', (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });

  test.each(['', '3', 'd', 'three days', '3d 2d', '-1d', '3 d x', '1h, ,', '1.0001ms', '3 months', '9999999999999d'])('%j is none', (text) => {
    expect(parseDuration(text)).toBe(null);
  });

  test('is written for people', () => {
    expect(formatDuration(DAY + 4 * HOUR, 'zh-CN')).toBe('1 天 4 小时');
    expect(formatDuration(DAY + 4 * HOUR, 'en')).toBe('1 day 4 hours');
    expect(formatDuration(0, 'en')).toBe('0 minutes');
  });

  test('survives being written and read, in every spelling', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), (ms) => {
        expect(parseDuration(canonicalDuration(ms))).toBe(ms);
        expect(parseDuration(formatDuration(ms, 'zh-CN'))).toBe(ms);
        expect(parseDuration(formatDuration(ms, 'en'))).toBe(ms);
      }),
    );
  });
});
