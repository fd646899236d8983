import { DAY, HOUR, MINUTE, SECOND } from '@tendril/journey/model';
import { expect, test } from 'vitest';
import { countdownText } from '../../src/ui/countdown-text.ts';

test.each([
  { ms: 0, en: '00:00', zh: '00:00' },
  { ms: 2 * MINUTE + 41 * SECOND, en: '02:41', zh: '02:41' },
  { ms: HOUR - 1, en: '59:59', zh: '59:59' },
  { ms: HOUR, en: '1h', zh: '1小时' },
  { ms: HOUR + 12 * MINUTE + 59 * SECOND, en: '1h 12m', zh: '1小时 12分钟' },
  { ms: DAY - 1, en: '23h 59m', zh: '23小时 59分钟' },
  { ms: 3 * DAY + 22 * HOUR, en: '3d 22h', zh: '3天 22小时' },
  { ms: -90 * MINUTE, en: '1h 30m', zh: '1小时 30分钟' },
])('$ms ms is $en', ({ ms, en, zh }) => {
  expect(countdownText(ms, 'en')).toBe(en);
  expect(countdownText(ms, 'zh-CN')).toBe(zh);
});
