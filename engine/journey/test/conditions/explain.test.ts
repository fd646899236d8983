import { evaluate, explain } from '@tendril/journey/conditions';
import type { Condition } from '@tendril/journey/model';
import { expect, test } from 'vitest';
import { aLead, anEvent } from './a-lead.ts';

const NOW = Date.UTC(2026, 2, 10);

const condition: Condition = {
  all: [
    { test: { of: 'score', dimension: 'total' }, operator: 'gte', value: 60 },
    {
      any: [
        { test: { of: 'events', name: 'Demo Requested', measure: 'last' }, operator: 'within-days', value: 30 },
        { test: { of: 'attribute', field: 'title' }, operator: 'contains', value: 'CEO' },
      ],
    },
    { not: { test: { of: 'events', name: 'Unsubscribed', measure: 'last' }, operator: 'known' } },
  ],
};

test('an explanation repeats the tree with each truth and the value it was seen on', () => {
  const lead = aLead({
    score: { fit: 40, interest: 10, behaviour: 20, stage: 0, total: 70 },
    events: [anEvent('Demo Requested', Date.UTC(2026, 2, 1, 9))],
  });
  const told = explain(condition, lead, NOW);
  expect(told.truth).toBe(true);
  expect(told.parts?.map((part) => [part.truth, part.seen])).toEqual([
    [true, 70],
    [true, undefined],
    [true, undefined],
  ]);
  expect(told.parts?.[1]?.parts).toMatchObject([{ truth: true, seen: '2026-03-01T09:00:00.000Z' }, { truth: 'unknown' }]);
  expect(told.parts?.[1]?.parts?.[1]).not.toHaveProperty('seen');
  expect(told.parts?.[2]?.parts).toMatchObject([{ truth: false, seen: null }]);
});

test('an explanation never disagrees with the evaluation', () => {
  for (const total of [0, 60, 100]) {
    const lead = aLead({ score: { fit: 0, interest: 0, behaviour: 0, stage: 0, total }, attributes: { title: 'CEO' } });
    expect(explain(condition, lead, NOW).truth).toBe(evaluate(condition, lead, NOW));
  }
});
