import { DAY, HOUR, MINUTE, SECOND } from '@tendril/journey/model';
import { expect, test } from 'vitest';
import { createFormat } from '../../src/i18n/format.ts';

/** Noon in Shanghai, a Tuesday. */
const NOW = Date.parse('2026-11-24T12:00:00+08:00');
const english = createFormat('en', 'Asia/Shanghai');
const chinese = createFormat('zh-CN', 'Asia/Shanghai');

test.each([
  { ago: 0, en: 'now', zh: '现在' },
  { ago: MINUTE - 1, en: 'now', zh: '现在' },
  { ago: MINUTE, en: '1 min. ago', zh: '1分钟前' },
  { ago: HOUR - 1, en: '59 min. ago', zh: '59分钟前' },
  { ago: HOUR, en: '1 hr. ago', zh: '1小时前' },
  { ago: DAY - SECOND, en: '23 hr. ago', zh: '23小时前' },
  { ago: DAY, en: 'yesterday', zh: '昨天' },
  { ago: 2 * DAY, en: '2 days ago', zh: '前天' },
  { ago: 7 * DAY - 1, en: '7 days ago', zh: '7天前' },
  { ago: 7 * DAY, en: '17 Nov', zh: '11月17日' },
  { ago: 400 * DAY, en: '20 Oct 2025', zh: '2025年10月20日' },
  { ago: -2 * HOUR, en: 'in 2 hr.', zh: '2小时后' },
  { ago: -DAY, en: 'tomorrow', zh: '明天' },
  { ago: -7 * DAY, en: '1 Dec', zh: '12月1日' },
])('$ago ms ago is “$en” and “$zh”', ({ ago, en, zh }) => {
  expect(english.when(NOW - ago, NOW)).toBe(en);
  expect(chinese.when(NOW - ago, NOW)).toBe(zh);
});

test('from a day on the reader’s calendar counts, not the hours', () => {
  // 26 hours before 01:00 on Tuesday is Sunday evening in Shanghai, but still Monday's eve in Honolulu.
  const now = Date.parse('2026-11-24T01:00:00+08:00');
  const then = now - 26 * HOUR;
  expect(createFormat('en', 'Asia/Shanghai').when(then, now)).toBe('2 days ago');
  expect(createFormat('en', 'Pacific/Honolulu').when(then, now)).toBe('yesterday');
});

test('an ISO text is read as the same instant as its milliseconds', () => {
  expect(english.when(new Date(NOW - HOUR).toISOString(), NOW)).toBe(english.when(NOW - HOUR, NOW));
});

test('the exact time is in the reader’s zone', () => {
  expect(createFormat('en', 'Asia/Shanghai').exact(NOW)).toContain('12:00:00');
  expect(createFormat('en', 'UTC').exact(NOW)).toContain('04:00:00');
});

test('counts have thousands separators', () => {
  expect(english.count(1_234_567)).toBe('1,234,567');
  expect(chinese.count(1_234_567)).toBe('1,234,567');
});
