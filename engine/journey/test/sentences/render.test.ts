import { describe, expect, test } from 'vitest';
import { DAY, HOUR, type Sentence } from '../../src/model/index.ts';
import { conditionInWords, render } from '../../src/sentences/index.ts';
import { createRender } from '../../src/sentences/render.ts';
import { START } from '../lead.ts';

const format = (placeholder: string, value: Sentence['params'][string], locale: 'en' | 'zh-CN' = 'en') =>
  createRender({ x: { en: `{{value, ${placeholder}}}`, 'zh-CN': `{{value, ${placeholder}}}` } })({ code: 'x', params: { value } }, locale, {
    timeZone: 'Asia/Shanghai',
  });

describe('a sentence', () => {
  test.each([
    ['instant', START, 'Mar 2, 2026, 10:00', '2026年3月2日 10:00'],
    ['duration', DAY + 4 * HOUR, '1 day 4 hours', '1 天 4 小时'],
    ['number', 12_345.678, '12,345.68', '12,345.68'],
    ['signed', 30, '+30', '+30'],
    ['percent', 0.25, '25%', '25%'],
    ['term', 'Price Requested', 'price request', '询价'],
    ['terms', 'Price Requested|Our Own Event', 'price request, Our Own Event', '询价、Our Own Event'],
    ['pool', 'nurture', 'nurture pool', '培育池'],
    ['field', 'companySize', 'company size', '公司规模'],
    ['subject', 'events/count/Page Viewed', 'number of times of “page view”', '「浏览页面」次数'],
    ['no such format', 'as it is', 'as it is', 'as it is'],
  ])('writes %s %j for both readers', (placeholder, value, en, zh) => {
    expect(format(placeholder, value, 'en')).toBe(en);
    expect(format(placeholder, value, 'zh-CN')).toBe(zh);
  });

  test('writes a dash for what it was not told, and a value of the wrong type as it is', () => {
    expect(format('instant', null)).toBe('–');
    expect(format('duration', 'soon')).toBe('soon');
  });

  test('in a zone that does not exist is written in UTC rather than not at all', () => {
    const waiting = { code: 'wait-until.waiting', params: { until: START } };
    expect(render(waiting, 'en', { timeZone: 'Mars/Olympus' })).toBe('Waits until Mar 2, 2026, 02:00');
  });

  test('that nobody knows any more stays readable', () => {
    expect(render({ code: 'gone.long-ago', params: { step: 'A', times: 2 } }, 'zh-CN')).toBe('gone.long-ago (step=A, times=2)');
  });

  test('does not read its values as text with placeholders', () => {
    expect(render({ code: 'exit.ended', params: { outcome: '{{outcome}}' } }, 'en')).toBe('The journey ends with the outcome “{{outcome}}”');
  });
});

test('a condition reads as one clause, and free fields keep the words people gave them', () => {
  const condition = {
    all: [
      { test: { of: 'attribute', field: 'industry' }, operator: 'is', value: 'sales' },
      { any: [{ test: { of: 'pool' }, operator: 'is', value: 'sales' }, { not: { test: { of: 'intent' }, operator: 'is', value: 'low' } }] },
      { test: { of: 'events', name: 'Page Viewed', measure: 'count', withinDays: 30 }, operator: 'gte', value: 2 },
    ],
  } as const;
  expect(conditionInWords(condition, 'en')).toBe(
    'industry is sales and (pool is sales pool or not (intent is low)) and number of times of “page view” in the last 30 days is at least 2',
  );
  expect(conditionInWords(condition, 'zh-CN')).toBe(
    '行业 是 sales且（线索池 是 销售池或并非（意向 是 低））且「浏览页面」次数（最近 30 天） 至少为 2',
  );
});
