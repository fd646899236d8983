import { describe, expect, test } from 'vitest';
import { type ClickTraces, looksHuman } from '../../src/tracking/looks-human.ts';

const person: ClickTraces = {
  method: 'GET',
  userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  acceptLanguage: 'zh-CN,zh;q=0.9',
  purpose: undefined,
  sinceSentMs: 60_000,
  linksAtOnce: 1,
};

test('a browser that follows one link after a while is a person', () => {
  expect(looksHuman(person)).toBe(true);
  expect(looksHuman({ ...person, sinceSentMs: null, linksAtOnce: 2 })).toBe(true);
});

describe('a program gives itself away', () => {
  test.each<[string, Partial<ClickTraces>]>([
    ['by asking for the head only', { method: 'HEAD' }],
    ['by having no name', { userAgent: undefined }],
    ['by a bare name, as Apple’s mail proxy has', { userAgent: 'Mozilla/5.0' }],
    ['by a name of its own', { userAgent: 'Barracuda Sentinel (EE) bot' }],
    ['by speaking no language', { acceptLanguage: undefined }],
    ['by fetching in advance', { purpose: 'prefetch' }],
    ['by being there before anybody could have read', { sinceSentMs: 500 }],
    ['by following every link', { linksAtOnce: 3 }],
  ])('%s', (_how, traces) => {
    expect(looksHuman({ ...person, ...traces })).toBe(false);
  });
});
