import { DAY, HOUR, MINUTE } from '@tendril/journey/model';
import { expect, test } from 'vitest';
import { urgencyOf } from '../../../src/pages/desk/time-left.ts';

/** How pressing a deadline is when this much of the time given is left. */
const withLeft = (left: number, given: number) => urgencyOf({ since: 0, due: given, now: given - left });

test.each([
  { given: HOUR, left: 50 * MINUTE, is: 'calm' },
  { given: HOUR, left: 24 * MINUTE, is: 'soon' },
  { given: HOUR, left: 9 * MINUTE, is: 'urgent' },
  { given: HOUR, left: 0, is: 'over' },
  { given: HOUR, left: -1, is: 'over' },
  { given: 5 * DAY, left: 3 * DAY, is: 'calm' },
  { given: 5 * DAY, left: 2 * DAY, is: 'soon' },
  { given: 5 * DAY, left: 18 * HOUR, is: 'urgent' },
  { given: 5 * DAY, left: 18 * HOUR + 1, is: 'soon' },
])('with $left ms of $given ms left a deadline is $is', ({ given, left, is }) => {
  expect(withLeft(left, given)).toBe(is);
});

test('little time is urgent even if it is all there ever was', () => {
  expect(withLeft(5 * MINUTE, 5 * MINUTE)).toBe('urgent');
  expect(withLeft(15 * MINUTE, 15 * MINUTE)).toBe('soon');
});
