import { DEFAULT_SCORE_RULES, readRule } from '@tendril/scoring';
import { describe, expect, test } from 'vitest';

describe('a stored rule', () => {
  test.each(DEFAULT_SCORE_RULES.map((rule) => [rule.key, rule] as const))('reads back as it was written: %s', (_key, rule) => {
    expect(readRule(JSON.parse(JSON.stringify(rule)))).toEqual(rule);
  });

  test('is ignored if it makes no sense', () => {
    const rule = { key: 'x', name: {}, dimension: 'fit', trigger: { on: 'event', name: 'A' }, points: 1, cooldownH: null, enabled: true };
    expect(readRule(rule)).toMatchObject({ name: { en: 'x', 'zh-CN': 'x' } });
    expect([
      readRule({ ...rule, dimension: 'luck' }),
      readRule({ ...rule, trigger: { on: 'moon' } }),
      readRule({ ...rule, points: Number.NaN }),
    ]).toEqual([null, null, null]);
  });

  test('has a key of its own', () => {
    expect(new Set(DEFAULT_SCORE_RULES.map((rule) => rule.key)).size).toBe(DEFAULT_SCORE_RULES.length);
  });
});
