import { emptyTally } from '@tendril/journey/simulator';
import { expect, test } from 'vitest';
import { backTestRows } from '../../src/simulate/back-test-rows.ts';

const empty = emptyTally(true);
const side = { ...empty.draft, entered: 30, handoffs: 2, inside: 1 };

test('every message and outcome of either side has a line', () => {
  const rows = backTestRows({
    ...empty,
    draft: { ...side, messages: { 'email/hello': 60 }, outcomes: { silent: 30 } },
    live: { ...side, messages: { 'email/hello': 45, 'wecom/hi': 3 }, outcomes: { seen: 15 } },
    really: { 'email/old': 7 },
  });
  expect(rows.map(({ key, really, live, draft }) => [key, really, live, draft])).toEqual([
    ['entered', null, 30, 30],
    ['message/email/hello', 0, 45, 60],
    ['message/email/old', 7, 0, 0],
    ['message/wecom/hi', 0, 3, 0],
    ['handoffs', null, 2, 2],
    ['outcome/seen', null, 15, 0],
    ['outcome/silent', null, 0, 30],
    ['inside', null, 1, 1],
  ]);
});

test('where nothing is live there is nothing to compare with', () => {
  expect(backTestRows({ ...emptyTally(false), draft: side }).every(({ live }) => live === null)).toBe(true);
});
