import { matchesProperties } from '@tendril/journey/conditions';
import { expect, test } from 'vitest';

test('properties are found by dotted path, and a path that leads nowhere passes no comparison', () => {
  const properties = { form: { name: 'demo' }, list: ['a'] };
  expect(matchesProperties([{ property: 'form.name', operator: 'is', value: 'demo' }], properties)).toBe(true);
  expect(matchesProperties([{ property: 'form.city', operator: 'is-not', value: 'demo' }], properties)).toBe(false);
  expect(matchesProperties([{ property: 'form.city', operator: 'unknown' }], properties)).toBe(true);
  expect(matchesProperties([{ property: 'list.0', operator: 'is', value: 'a' }], properties)).toBe(false);
  expect(matchesProperties([{ property: 'toString.name', operator: 'known' }], properties)).toBe(false);
});

test('no tests match everything', () => {
  expect(matchesProperties(undefined, {})).toBe(true);
  expect(matchesProperties([], {})).toBe(true);
});

test('a number of days ago needs a now', () => {
  const where = [{ property: 'at', operator: 'not-within-days', value: 3 }] as const;
  expect(matchesProperties(where, { at: '2020-01-01' })).toBe(false);
  expect(matchesProperties(where, { at: '2020-01-01' }, { now: Date.UTC(2026, 0, 1) })).toBe(true);
});
