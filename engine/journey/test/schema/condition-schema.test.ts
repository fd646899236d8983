import { kindOfSubject, leavesOf, OPERANDS, OPERATORS } from '@tendril/journey/conditions';
import type { Condition, Json, Operator, Subject } from '@tendril/journey/model';
import { conditionSchema, eventPatternSchema } from '@tendril/journey/schema';
import { describe, expect, test } from 'vitest';

const SUBJECTS: readonly Subject[] = [
  { of: 'attribute', field: 'industry' },
  { of: 'company', field: 'size' },
  { of: 'tag', tag: 'SCRM' },
  { of: 'score', dimension: 'total' },
  { of: 'grade' },
  { of: 'intent' },
  { of: 'consent', channel: 'email', topic: 'nurture' },
  { of: 'stage' },
  { of: 'pool' },
  { of: 'owner' },
  { of: 'events', name: 'Page Viewed', measure: 'count' },
  { of: 'events', name: 'Page Viewed', measure: 'last', withinDays: 3, where: [{ property: 'path', operator: 'known' }] },
  { of: 'outcome', node: 'mail' },
];

/** An operand that fits the operator on a subject whose values are numbers or texts. */
function operandFor(operator: Operator, isNumber: boolean): Json | undefined {
  const scalar = isNumber ? 5 : 'x';
  switch (OPERANDS[operator]) {
    case 'scalar':
      return scalar;
    case 'scalars':
      return [scalar];
    case 'text':
      return 'x';
    case 'number':
    case 'days':
      return 5;
    case 'range':
      return [1, 5];
    case 'date':
      return '2026-03-02';
    case 'none':
      return undefined;
  }
}

const leaf = (subject: Subject, operator: Operator, value: Json | undefined): unknown => ({
  test: subject,
  operator,
  ...(value === undefined ? {} : { value }),
});

describe('each sort of value has its operators', () => {
  test.each(SUBJECTS.map((subject) => [JSON.stringify(subject), subject] as const))('%s', (_name, subject) => {
    const kind = kindOfSubject(subject);
    const isNumber = kind === 'number';
    for (const operator of Object.keys(OPERANDS) as Operator[]) {
      const accepted = conditionSchema.safeParse(leaf(subject, operator, operandFor(operator, isNumber))).success;
      expect([operator, accepted]).toEqual([operator, OPERATORS[kind].includes(operator)]);
    }
  });
});

test.each<[string, Subject, Operator, Json | undefined]>([
  ['a number for a text', { of: 'stage' }, 'is', 5],
  ['a text for a number', { of: 'score', dimension: 'fit' }, 'gte', '5'],
  ['a range upside down', { of: 'score', dimension: 'fit' }, 'between', [5, 1]],
  ['a date that does not exist', { of: 'attribute', field: 'x' }, 'before', '2026-02-30'],
  ['an empty list', { of: 'attribute', field: 'x' }, 'in', []],
  ['a mixed list', { of: 'attribute', field: 'x' }, 'in', ['a', 1]],
  ['nothing where something is needed', { of: 'attribute', field: 'x' }, 'is', undefined],
  ['something where nothing is needed', { of: 'attribute', field: 'x' }, 'known', 'x'],
  ['an empty part', { of: 'attribute', field: 'x' }, 'contains', ''],
])('%s is refused', (_title, subject, operator, value) => {
  expect(conditionSchema.safeParse(leaf(subject, operator, value)).success).toBe(false);
});

test('property paths have no empty names', () => {
  const pattern = (property: string) => ({ event: 'x', where: [{ property, operator: 'known' }] });
  expect(eventPatternSchema.safeParse(pattern('a.b')).success).toBe(true);
  for (const path of ['', '.', 'a..b', 'a.']) expect(eventPatternSchema.safeParse(pattern(path)).success).toBe(false);
});

test('the leaves of a condition are found left to right', () => {
  const [one, two, three] = SUBJECTS.slice(0, 3).map((subject): Condition => ({ test: subject, operator: 'known' }));
  if (one === undefined || two === undefined || three === undefined) throw new Error('too few');
  expect(leavesOf({ all: [one, { not: { any: [two] } }, three] })).toEqual([one, two, three]);
});
