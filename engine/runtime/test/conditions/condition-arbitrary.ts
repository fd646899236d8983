import type { Condition, Json, Operator, PropertyTest, Subject } from '@tendril/journey/model';
import fc from 'fast-check';

// Few values, so that conditions and leads meet often; each trap for a silent coercion is among them.
const TEXTS = ['SaaS', 'saas', '软件', 'Head of SaaS', '5', 'true', '', '2026-11-20', '2026-11-01T08:30', '2026-11-24T00:59:59.5Z', '2026-02-30'];
const NUMBERS = [0, 5, 5.5, -1, 30, 80];

/** A date, a date with time in every form, and things that only look like one. */
export const dateTexts = fc.oneof(
  fc.constantFrom('2026-02-30', '2026-11-24T25:00', 'tomorrow', '24.11.2026', '2026-11-24T01:00:00+25:00'),
  fc.date({ min: new Date('2025-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }).map((date) => date.toISOString()),
  fc.date({ min: new Date('2026-11-01'), max: new Date('2026-12-10'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
  fc.date({ min: new Date('2026-11-20'), max: new Date('2026-11-28'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 16)),
  fc
    .date({ min: new Date('2026-11-20'), max: new Date('2026-11-28'), noInvalidDate: true })
    .map((date) => `${date.toISOString().slice(0, 19)}+05:30`),
);

/** A JSON value as attributes and properties hold them, of every type. */
export const jsonValues: fc.Arbitrary<Json> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<Json>(...TEXTS) },
  { weight: 3, arbitrary: fc.constantFrom<Json>(...NUMBERS) },
  { weight: 2, arbitrary: dateTexts },
  { weight: 1, arbitrary: fc.boolean() },
  { weight: 1, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.array(fc.constantFrom<Json>('SaaS', '软件', 5, true, null), { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.constant({ inner: 'SaaS' }) },
);

export const ATTRIBUTES = [
  'title',
  'city',
  'industry',
  'email',
  'company',
  'companySize',
  'stage',
  'createdAt',
  'lastSeenAt',
  'budget',
  'renewal',
  'odd "name',
];
export const COMPANY_FIELDS = ['name', 'industry', 'size', 'domain', 'revenue'];
export const TAGS = ['SCRM', 'CDP'];
export const EVENTS = ['Page Viewed', 'Price Requested', 'Email Clicked'];

const texts = fc.constantFrom<Json>(...TEXTS, 'mql', 'lead', 'silent', 'high', 'none', 'granted', 'A1', 'D4', 'Acme');
const numbers = fc.oneof(fc.constantFrom<Json>(...NUMBERS), fc.integer({ min: -5, max: 90 }), fc.double({ min: 0, max: 1, noNaN: true }));
const days = fc.constantFrom<Json>(0, 1, 3.5, 7, 30, 400, -7, -30);

/** An operator with an operand; mostly of the type it wants. */
const comparisons: fc.Arbitrary<{ operator: Operator; value?: Json }> = fc.oneof(
  fc.record({ operator: fc.constantFrom<Operator>('is', 'is-not'), value: jsonValues }),
  fc.record({
    operator: fc.constantFrom<Operator>('in', 'not-in'),
    value: fc.oneof(
      fc.array(texts, { minLength: 1, maxLength: 3 }),
      fc.array(numbers, { minLength: 1, maxLength: 3 }),
      fc.array(fc.boolean(), { minLength: 1 }),
    ),
  }),
  fc.record({ operator: fc.constantFrom<Operator>('contains', 'not-contains', 'starts-with', 'ends-with'), value: texts }),
  fc.record({ operator: fc.constantFrom<Operator>('lt', 'lte', 'gt', 'gte'), value: numbers }),
  fc.record({ operator: fc.constant<Operator>('between'), value: fc.tuple(fc.integer({ min: -5, max: 20 }), fc.integer({ min: 0, max: 90 })) }),
  fc.record({ operator: fc.constantFrom<Operator>('before', 'after'), value: dateTexts }),
  fc.record({ operator: fc.constantFrom<Operator>('within-days', 'not-within-days'), value: days }),
  fc.record({ operator: fc.constantFrom<Operator>('known', 'unknown') }),
  // An operand of a type the operator does not want: unknown in memory and in SQL.
  fc.record({ operator: fc.constantFrom<Operator>('lt', 'between', 'before', 'within-days', 'contains', 'in'), value: jsonValues }),
);

const propertyTests: fc.Arbitrary<PropertyTest> = fc
  .tuple(fc.constantFrom('path', 'form.name', 'points', 'at', 'list'), comparisons)
  .map(([property, comparison]) => ({ property, ...comparison }));

const subjects: fc.Arbitrary<Subject> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...ATTRIBUTES, 'nothing').map((field): Subject => ({ of: 'attribute', field })) },
  { weight: 2, arbitrary: fc.constantFrom(...COMPANY_FIELDS, 'nothing').map((field): Subject => ({ of: 'company', field })) },
  { weight: 1, arbitrary: fc.constantFrom(...TAGS, 'none').map((tag): Subject => ({ of: 'tag', tag })) },
  {
    weight: 3,
    arbitrary: fc.constantFrom('fit', 'interest', 'behaviour', 'stage', 'total').map((dimension): Subject => ({ of: 'score', dimension })),
  },
  { weight: 3, arbitrary: fc.constantFrom<Subject>({ of: 'grade' }, { of: 'intent' }, { of: 'stage' }, { of: 'pool' }, { of: 'owner' }) },
  { weight: 1, arbitrary: fc.constantFrom('nurture', 'news').map((topic): Subject => ({ of: 'consent', channel: 'email', topic })) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...EVENTS, 'Never'),
        fc.constantFrom('count' as const, 'first' as const, 'last' as const),
        fc.option(fc.constantFrom(0.5, 1, 7, 30), { nil: undefined }),
        fc.option(fc.array(propertyTests, { maxLength: 2 }), { nil: undefined }),
      )
      .map(
        ([name, measure, withinDays, where]): Subject => ({
          of: 'events',
          name,
          measure,
          ...(withinDays === undefined ? {} : { withinDays }),
          ...(where === undefined ? {} : { where }),
        }),
      ),
  },
  { weight: 1, arbitrary: fc.constant<Subject>({ of: 'outcome', node: 'mail' }) },
);

const leaves: fc.Arbitrary<Condition> = fc.tuple(subjects, comparisons).map(([test, comparison]) => ({ test, ...comparison }));

/** Any condition at all, well formed or not quite. */
export const conditions: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 5, arbitrary: leaves },
    { weight: 1, arbitrary: fc.array(tie('condition'), { maxLength: 3 }).map((all): Condition => ({ all })) },
    { weight: 1, arbitrary: fc.array(tie('condition'), { maxLength: 3 }).map((any): Condition => ({ any })) },
    { weight: 1, arbitrary: tie('condition').map((not): Condition => ({ not })) },
  ),
})).condition;
