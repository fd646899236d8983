import { describe, expect, test } from 'vitest';
import { DAY } from '../../src/model/index.ts';
import { type EntryQuestion, mayEnter } from '../../src/nodes/index.ts';
import { render } from '../../src/sentences/index.ts';
import { event, lead, START } from '../lead.ts';

const industryIs = (value: string) => ({ test: { of: 'attribute', field: 'industry' }, operator: 'is', value }) as const;
const run = (entryKey: string, day: number, ended: number | null) => ({
  entryKey,
  startedAt: START + day * DAY,
  endedAt: ended === null ? null : START + ended * DAY,
});

const question = (given: Partial<EntryQuestion>): EntryQuestion => ({
  settings: { reentry: 'once', audience: null },
  rules: { filter: null, exclude: null, rate: null },
  lead: lead(),
  now: START + 100 * DAY,
  timeZone: 'Asia/Shanghai',
  event: null,
  earlier: [],
  ...given,
});

const refusal = (given: Partial<EntryQuestion>): string | null => {
  const answer = mayEnter(question(given));
  return answer.enter ? null : render(answer.because, 'en');
};

describe('who may come in', () => {
  test('anybody, if nothing is said', () => {
    expect(mayEnter(question({}))).toEqual({ enter: true, entryKey: 'once' });
  });

  test('only those the journey is for, who match the entry and are not excluded', () => {
    expect(refusal({ settings: { reentry: 'once', audience: industryIs('汽车') } })).toMatch(/not for this lead/);
    expect(refusal({ rules: { filter: industryIs('汽车'), exclude: null } })).toMatch(/does not match/);
    expect(refusal({ rules: { filter: industryIs('软件'), exclude: industryIs('软件') } })).toMatch(/exclusion/);
  });

  test('a condition that cannot be decided neither lets in nor excludes', () => {
    const unknown = { test: { of: 'attribute', field: 'budget' }, operator: 'gt', value: 5 } as const;
    expect(refusal({ rules: { filter: unknown, exclude: null } })).toMatch(/does not match/);
    expect(refusal({ rules: { filter: null, exclude: unknown } })).toBeNull();
  });
});

describe('who may come in again', () => {
  test('once: never', () => {
    expect(refusal({ earlier: [run('once', 0, 3)] })).toMatch(/has been in this journey before/);
  });

  test('after leaving: not while inside', () => {
    const settings = { reentry: 'after-exit', audience: null } as const;
    expect(refusal({ settings, earlier: [run('visit/1', 0, null)] })).toMatch(/is in this journey already/);
    expect(mayEnter(question({ settings, earlier: [run('visit/1', 0, 3)] }))).toEqual({ enter: true, entryKey: 'visit/2' });
  });

  test('after an interval: counted from the last coming in, and never while inside', () => {
    const settings = { reentry: { after: '90d' }, audience: null } as const;
    const early = mayEnter(question({ settings, earlier: [run('visit/1', 20, 30)] }));
    expect(early).toMatchObject({ enter: false, notBefore: START + 110 * DAY });
    expect(mayEnter(question({ settings, earlier: [run('visit/1', 5, 30)] }))).toEqual({ enter: true, entryKey: 'visit/2' });
    expect(refusal({ settings, earlier: [run('visit/1', 5, null)] })).toMatch(/already/);
  });

  test('by key: once per deal, several deals at the same time', () => {
    const settings = { reentry: { key: 'dealId' }, audience: null } as const;
    const earlier = [run('key/d-1', 0, null)];
    expect(mayEnter(question({ settings, earlier, event: event('Price Requested', 100, { dealId: 'd-2' }) }))).toEqual({
      enter: true,
      entryKey: 'key/d-2',
    });
    expect(refusal({ settings, earlier, event: event('Price Requested', 100, { dealId: 'd-1' }) })).toMatch(/key d-1/);
  });
});

test('a rate lets the next one in when the oldest of the last so many has fallen out of the window', () => {
  const rules = { filter: null, exclude: null, rate: { count: 2, per: '1d' } };
  const now = START + 100 * DAY;
  const full = mayEnter(question({ rules, recentEntries: [now - 0.5 * DAY, now - 0.1 * DAY] }));
  expect(full).toMatchObject({ enter: false, notBefore: now + 0.5 * DAY });
  expect(mayEnter(question({ rules, recentEntries: [now - 2 * DAY, now - 0.1 * DAY] })).enter).toBe(true);
});
