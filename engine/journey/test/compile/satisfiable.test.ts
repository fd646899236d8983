import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSatisfiable, type Wanted } from '../../src/compile/satisfiable.ts';
import { evaluate } from '../../src/conditions/index.ts';
import type { Condition, LeadView, Truth } from '../../src/model/index.ts';
import { lead, START } from '../lead.ts';

const value = fc.oneof(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 5 }));
const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ test: fc.constant({ of: 'attribute', field: 'x' } as const), operator: fc.constantFrom('is', 'is-not'), value }),
  fc.record({ test: fc.constant({ of: 'attribute', field: 'x' } as const), operator: fc.constantFrom('known', 'unknown') }),
  fc.record({ test: fc.constant({ of: 'attribute', field: 'x' } as const), operator: fc.constant('contains'), value: fc.constantFrom('a', 'b') }),
  fc.record({
    test: fc.constant({ of: 'intent' } as const),
    operator: fc.constantFrom('is', 'is-not'),
    value: fc.constantFrom('none', 'low', 'high'),
  }),
  fc.record({ test: fc.constant({ of: 'grade' } as const), operator: fc.constantFrom('in', 'not-in'), value: fc.constantFrom(['A1', 'B2'], ['A1']) }),
  fc.record({
    test: fc.constant({ of: 'score', dimension: 'total' } as const),
    operator: fc.constantFrom('lt', 'lte', 'gt', 'gte', 'is'),
    value: fc.integer({ min: 0, max: 5 }),
  }),
  fc.record({
    test: fc.constant({ of: 'score', dimension: 'total' } as const),
    operator: fc.constant('between'),
    value: fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 3, max: 5 })),
  }),
) as fc.Arbitrary<Condition>;

const condition: fc.Arbitrary<Condition> = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.record({ all: fc.array(tie('tree'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('tree'), { maxLength: 3 }) }),
    fc.record({ not: tie('tree') }),
  ),
})).tree;

const someLead: fc.Arbitrary<LeadView> = fc
  .record({
    x: fc.option(fc.oneof(value, fc.boolean()), { nil: undefined }),
    total: fc.integer({ min: -1, max: 6 }),
    intent: fc.constantFrom('none', 'low', 'high'),
    grade: fc.constantFrom('A1', 'B2', 'C3', null),
  })
  .map(({ x, total, intent, grade }) =>
    lead({ attributes: x === undefined ? {} : { x }, intent, grade, score: { fit: 0, interest: 0, behaviour: 0, stage: 0, total } }),
  );

const meets = (truth: Truth, wanted: Wanted): boolean =>
  ({ true: truth === true, false: truth === false, 'not-true': truth !== true, 'not-false': truth !== false })[wanted];

test('says "never" only if no lead ever meets all demands', () => {
  const demands = fc.array(fc.tuple(condition, fc.constantFrom<Wanted>('true', 'false', 'not-true', 'not-false')), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(demands, someLead, (asked, someone) => {
      const met = asked.every(([test_, wanted]) => meets(evaluate(test_, someone, START), wanted));
      if (met) expect(isSatisfiable(asked.map(([test_, wanted]) => ({ condition: test_, wanted })))).toBe(true);
    }),
    { numRuns: 5_000 },
  );
});

test('a free field of another type is neither one value nor another, and known all the same', () => {
  const x = (operator: 'is-not' | 'known', value?: number): Condition => ({
    test: { of: 'attribute', field: 'x' },
    operator,
    ...(value === undefined ? {} : { value }),
  });
  const demands: readonly [Condition, Wanted][] = [
    [x('is-not', 0), 'not-true'],
    [x('known'), 'true'],
    [x('is-not', 1), 'not-true'],
  ];
  expect(demands.every(([asked, wanted]) => meets(evaluate(asked, lead({ attributes: { x: false } }), START), wanted))).toBe(true);
  expect(isSatisfiable(demands.map(([asked, wanted]) => ({ condition: asked, wanted })))).toBe(true);
});

describe('finds', () => {
  const total = (operator: string, than: number): Condition => ({ test: { of: 'score', dimension: 'total' }, operator, value: than }) as Condition;
  const intent = (...values: readonly string[]): Condition => ({ test: { of: 'intent' }, operator: 'in', value: values });

  test.each<[string, boolean, readonly [Condition, Wanted][]]>([
    ['that a number cannot be above 80 and below 20', false, [[{ all: [total('gt', 80), total('lt', 20)] }, 'true']]],
    ['that above 80 leaves room below it', true, [[{ all: [total('lt', 80), total('gt', 20)] }, 'true']]],
    ['that a point is no room', false, [[{ all: [total('lt', 5), total('gte', 5)] }, 'true']]],
    [
      'that three intents are all there are',
      false,
      [
        [intent('none', 'low'), 'not-true'],
        [intent('high'), 'not-true'],
      ],
    ],
    [
      'that a field may be unknown besides yes and no',
      true,
      [
        [known('is'), 'not-true'],
        [known('is-not'), 'not-true'],
      ],
    ],
    [
      'that known and unknown are all there is',
      false,
      [
        [known('known'), 'not-true'],
        [known('unknown'), 'not-true'],
      ],
    ],
    ['that nothing of nothing holds', false, [[{ any: [] }, 'true']]],
  ])('%s', (_what, expected, asked) => {
    expect(isSatisfiable(asked.map(([condition_, wanted]) => ({ condition: condition_, wanted })))).toBe(expected);
  });
});

function known(operator: 'known' | 'unknown' | 'is' | 'is-not'): Condition {
  const test_ = { of: 'attribute', field: 'x' } as const;
  return operator === 'known' || operator === 'unknown' ? { test: test_, operator } : { test: test_, operator, value: 'a' };
}
