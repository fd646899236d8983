import type { JourneyTest } from '@tendril/journey/model';
import { emptyDocument } from '@tendril/journey/schema';
import { expect, test } from 'vitest';
import { keepTest, removeTest, renameTest } from '../../src/document/commands/tests.ts';

const named = (id: string, name = id): JourneyTest => ({ id, name, start: '2026-11-24T09:00', expect: { way: [], outcome: null } });
const two = keepTest(keepTest(emptyDocument('Tests'), named('a')), named('b'));

test('a test that is kept again is replaced where it stands', () => {
  expect(keepTest(two, named('a', 'again')).tests?.map(({ name }) => name)).toEqual(['again', 'b']);
});

test('a test gets another name, but never none', () => {
  expect(renameTest(two, 'b', ' better ').tests?.map(({ name }) => name)).toEqual(['a', 'better']);
  expect(renameTest(two, 'b', '  ')).toBe(two);
});

test('a test is dropped', () => {
  expect(removeTest(two, 'a').tests?.map(({ id }) => id)).toEqual(['b']);
});
