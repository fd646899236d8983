import { evaluate } from '@tendril/journey/conditions';
import type { Condition, Json, Operator, Subject, Truth } from '@tendril/journey/model';
import { DAY } from '@tendril/journey/model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aLead, anEvent } from './a-lead.ts';

const NOW = 1_790_000_000_000;

const attribute = (field: string, operator: Operator, value?: Json): Condition => ({
  test: { of: 'attribute', field },
  operator,
  ...(value === undefined ? {} : { value }),
});

function truthOf(value: Json | undefined, operator: Operator, operand?: Json): Truth {
  return evaluate(attribute('x', operator, operand), aLead({ attributes: value === undefined ? {} : { x: value } }), NOW, {
    timeZone: 'Asia/Shanghai',
  });
}

describe('a comparison', () => {
  test.each<[Json, Operator, Json | undefined, Truth]>([
    ['SaaS', 'is', 'SaaS', true],
    ['SaaS', 'is', 'saas', false],
    ['SaaS', 'is-not', 'Retail', true],
    ['SaaS', 'in', ['Retail', 'SaaS'], true],
    ['SaaS', 'not-in', ['Retail'], true],
    ['Head of Marketing', 'contains', 'MARKET', true],
    ['市场总监', 'contains', '总监', true],
    ['市场总监', 'not-contains', '销售', true],
    [['a', 'b'], 'contains', 'b', true],
    [['a', 'b'], 'contains', 'B', false],
    ['Head of Marketing', 'starts-with', 'head', true],
    ['someone@QQ.com', 'ends-with', '@qq.com', true],
    [5, 'lt', 5, false],
    [5, 'lte', 5, true],
    [5, 'gt', 4.5, true],
    [5, 'gte', 6, false],
    [5, 'between', [5, 7], true],
    [8, 'between', [5, 7], false],
    [true, 'is', true, true],
    ['2026-03-01', 'before', '2026-03-02', true],
    ['2026-03-01', 'after', '2026-02-28T23:00:00+08:00', true],
    // Midnight in Shanghai is 16:00 UTC of the day before.
    ['2026-03-01', 'before', '2026-02-28T16:00:01Z', true],
    ['', 'known', undefined, true],
    [null, 'known', undefined, false],
    [null, 'unknown', undefined, true],
  ])('%j %s %j is %s', (value, operator, operand, expected) => {
    expect(truthOf(value, operator, operand)).toBe(expected);
  });

  test.each<[Json | undefined, Operator, Json]>([
    ['5', 'gt', 4],
    [5, 'is', '5'],
    [5, 'is-not', '5'],
    [true, 'is', 'true'],
    [5, 'contains', '5'],
    ['a', 'in', [1, 2]],
    ['soon', 'before', '2026-01-01'],
    ['2026-02-30', 'before', '2027-01-01'],
    [{ a: 1 }, 'is', 'a'],
    [undefined, 'is', 'a'],
    [undefined, 'is-not', 'a'],
    [undefined, 'not-in', ['a']],
    [undefined, 'not-contains', 'a'],
    [null, 'lt', 1],
  ])('%j %s %j cannot be known: nothing is coerced', (value, operator, operand) => {
    expect(truthOf(value, operator, operand)).toBe('unknown');
  });
});

describe('days', () => {
  const iso = (at: number) => new Date(at).toISOString();

  test.each<[number, number, Truth]>([
    [NOW - 7 * DAY, 7, true],
    [NOW - 7 * DAY - 1, 7, false],
    [NOW, 7, true],
    [NOW + 1, 7, false],
    [NOW + 30 * DAY, -30, true],
    [NOW - 1, -30, false],
  ])('%d within %d days is %s', (at, days, expected) => {
    expect(truthOf(iso(at), 'within-days', days)).toBe(expected);
    expect(truthOf(iso(at), 'not-within-days', days)).toBe(!expected);
  });
});

describe('events', () => {
  const lead = aLead({
    events: [
      anEvent('Page Viewed', NOW - 10 * DAY, { path: '/pricing' }),
      anEvent('Page Viewed', NOW - 2 * DAY, { path: '/blog' }),
      anEvent('Page Viewed', NOW + DAY, { path: '/pricing' }),
    ],
  });
  const pages = { of: 'events', name: 'Page Viewed' } as const;
  const pricing = [{ property: 'path', operator: 'is', value: '/pricing' }] as const;

  test('are counted up to now, within a window, and by their properties', () => {
    const count = (subject: object, value: number) =>
      evaluate({ test: { ...pages, measure: 'count', ...subject }, operator: 'is', value }, lead, NOW);
    expect(count({}, 2)).toBe(true);
    expect(count({ withinDays: 3 }, 1)).toBe(true);
    expect(count({ where: pricing }, 1)).toBe(true);
    expect(count({ where: pricing, withinDays: 3 }, 0)).toBe(true);
  });

  test('have a first and a last time', () => {
    expect(evaluate({ test: { ...pages, measure: 'first' }, operator: 'within-days', value: 9 }, lead, NOW)).toBe(false);
    expect(evaluate({ test: { ...pages, measure: 'last' }, operator: 'within-days', value: 9 }, lead, NOW)).toBe(true);
  });

  test('that never happened are a known fact: silence is true, not unknown', () => {
    const never = { of: 'events', name: 'Demo Requested', measure: 'last' } as const;
    expect(evaluate({ test: never, operator: 'not-within-days', value: 30 }, lead, NOW)).toBe(true);
    expect(evaluate({ test: never, operator: 'after', value: '2020-01-01' }, lead, NOW)).toBe(false);
    expect(evaluate({ test: never, operator: 'unknown' }, lead, NOW)).toBe(true);
  });
});

test('tags not given have weight 0, consent not asked for is unknown', () => {
  expect(evaluate({ test: { of: 'tag', tag: 'SCRM' }, operator: 'gt', value: 0 }, aLead(), NOW)).toBe(false);
  expect(evaluate({ test: { of: 'consent', channel: 'email', topic: 'nurture' }, operator: 'is', value: 'granted' }, aLead(), NOW)).toBe('unknown');
});

test('outcomes of earlier steps are read from the run', () => {
  const condition: Condition = { test: { of: 'outcome', node: 'mail' }, operator: 'is', value: 'sent' };
  expect(evaluate(condition, aLead(), NOW, { outcomes: { mail: { outcome: 'sent', at: NOW } } })).toBe(true);
  expect(evaluate(condition, aLead(), NOW)).toBe('unknown');
});

describe('logic has three values', () => {
  const leaf: Record<string, Condition> = {
    true: { all: [] },
    false: { any: [] },
    unknown: attribute('nothing', 'is', 'x'),
  };
  const truths = fc.constantFrom<Truth>(true, false, 'unknown');
  const of = (truth: Truth): Condition => leaf[String(truth)] ?? { all: [] };
  const run = (condition: Condition) => evaluate(condition, aLead(), NOW);

  test('of De Morgan', () => {
    fc.assert(
      fc.property(truths, truths, (a, b) => {
        expect(run({ not: { all: [of(a), of(b)] } })).toBe(run({ any: [{ not: of(a) }, { not: of(b) }] }));
      }),
    );
  });

  test('where unknown decides nothing that is decided already', () => {
    expect(run({ all: [of('unknown'), of(false)] })).toBe(false);
    expect(run({ any: [of('unknown'), of(true)] })).toBe(true);
    expect(run({ all: [of('unknown'), of(true)] })).toBe('unknown');
    expect(run({ any: [of('unknown'), of(false)] })).toBe('unknown');
    expect(run({ not: of('unknown') })).toBe('unknown');
  });
});

test('every subject is found where it is', () => {
  const lead = aLead({
    attributes: { industry: 'SaaS' },
    company: { size: '51-200' },
    tags: { SCRM: 0.7 },
    grade: 'B2',
    intent: 'high',
    stage: 'mql',
    pool: 'assignable',
    owner: 'zhangsan',
    consent: { 'email/nurture': 'granted' },
  });
  const is = (subject: Subject, value: Json) => evaluate({ test: subject, operator: 'is', value }, lead, NOW);
  expect(is({ of: 'company', field: 'size' }, '51-200')).toBe(true);
  expect(is({ of: 'tag', tag: 'SCRM' }, 0.7)).toBe(true);
  expect(is({ of: 'grade' }, 'B2')).toBe(true);
  expect(is({ of: 'intent' }, 'high')).toBe(true);
  expect(is({ of: 'stage' }, 'mql')).toBe(true);
  expect(is({ of: 'pool' }, 'assignable')).toBe(true);
  expect(is({ of: 'owner' }, 'zhangsan')).toBe(true);
  expect(is({ of: 'consent', channel: 'email', topic: 'nurture' }, 'granted')).toBe(true);
  expect(evaluate({ test: { of: 'company', field: 'size' }, operator: 'is', value: 'x' }, aLead(), NOW)).toBe('unknown');
  expect(evaluate({ test: { of: 'attribute', field: 'constructor' }, operator: 'known' }, lead, NOW)).toBe(false);
});
