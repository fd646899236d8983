import { matchesProperties } from '@tendril/journey/conditions';
import type { PropertyTest } from '@tendril/journey/model';
import { describe, expect, test } from 'vitest';
import { asAnswer, propertiesFor } from '../../src/simulator/satisfy-pattern.ts';

describe('a made-up event passes the tests of its pattern', () => {
  test.each<PropertyTest>([
    { property: 'path', operator: 'is', value: '/pricing' },
    { property: 'path', operator: 'is-not', value: '/pricing' },
    { property: 'path', operator: 'in', value: ['/a', '/b'] },
    { property: 'path', operator: 'not-in', value: ['/a'] },
    { property: 'path', operator: 'contains', value: 'pricing' },
    { property: 'path', operator: 'not-contains', value: 'pricing' },
    { property: 'path', operator: 'starts-with', value: '/p' },
    { property: 'path', operator: 'ends-with', value: 'g' },
    { property: 'form.points', operator: 'lt', value: 5 },
    { property: 'form.points', operator: 'lte', value: 5 },
    { property: 'form.points', operator: 'gt', value: 5 },
    { property: 'form.points', operator: 'gte', value: 5 },
    { property: 'points', operator: 'between', value: [5, 9] },
    { property: 'points', operator: 'known' },
    { property: 'points', operator: 'unknown' },
  ])('$operator', (where) => {
    expect(matchesProperties([where], propertiesFor({ event: 'x', where: [where] }))).toBe(true);
  });

  test('several at once, one inside the other', () => {
    const where: readonly PropertyTest[] = [
      { property: 'form.name', operator: 'is', value: 'demo' },
      { property: 'form.city', operator: 'known' },
    ];
    expect(propertiesFor({ event: 'x', where })).toEqual({ form: { name: 'demo', city: true } });
  });
});

test('an answer takes on the ids it is asked for, and nothing else', () => {
  const event = { id: '1', name: 'SDR Disposition', at: 0, properties: { runId: 'old', group: 'later' } };
  const where: readonly PropertyTest[] = [
    { property: 'runId', operator: 'is', value: 'new' },
    { property: 'group', operator: 'is', value: 'qualified' },
  ];
  expect(asAnswer(event, [{ event: 'SDR Disposition', where }]).properties).toEqual({ runId: 'new', group: 'later' });
  expect(asAnswer(event, [{ event: 'SDR Accepted', where }])).toBe(event);
});
