import { describe, expect, test } from 'vitest';
import { problemOf } from '../../src/compile/catalogue.ts';
import { PROBLEM_CODES, severityOf } from '../../src/compile/index.ts';
import { LOCALES } from '../../src/model/index.ts';
import { parseDocument } from '../../src/schema/index.ts';
import { placeholdersOf, render, SENTENCES } from '../../src/sentences/index.ts';
import { CASES } from './problem-cases.ts';

/** The format of a placeholder may differ by language, its name may not. */
const namesIn = (text: string) => [...new Set(placeholdersOf(text).map((placeholder) => placeholder.split(',')[0]))].sort();

/** J101 is about the text of a file, J111 about schemas of custom types, J7 about saved tests: each has a test of its own. */
const SAID_ELSEWHERE: readonly string[] = ['J101', 'J111', 'J701', 'J702'];

describe('every sentence of the package', () => {
  test.each(Object.entries(SENTENCES))('%s says the same values in every language', (_code, text) => {
    expect(text['zh-CN']).not.toBe('');
    expect(namesIn(text['zh-CN'])).toEqual(namesIn(text.en));
  });

  test('uses formats that exist', () => {
    const params = (text: string) => Object.fromEntries(namesIn(text).map((name) => [name ?? '', 'x']));
    for (const [code, text] of Object.entries(SENTENCES))
      for (const locale of LOCALES) expect(render({ code, params: params(text[locale]) }, locale)).not.toMatch(/\{\{|undefined/);
  });
});

describe("the compiler's catalogue", () => {
  test('has a case for every remark, so that none is only promised', () => {
    expect([...new Set([...CASES.map(({ code }) => code), ...SAID_ELSEWHERE])].sort()).toEqual([...PROBLEM_CODES].sort());
  });

  test('knows the remarks about a file that cannot be read', () => {
    const read = parseDocument('{ no json');
    expect(read.ok ? [] : read.problems.map((found) => problemOf(found).code)).toEqual(['J101']);
  });

  test('keeps its codes in order and grave where leads would be lost', () => {
    expect([...PROBLEM_CODES]).toEqual([...PROBLEM_CODES].sort());
    expect(['J101', 'J201', 'J210', 'J401', 'J502'].map((code) => severityOf(code as (typeof PROBLEM_CODES)[number]))).toEqual(
      Array(5).fill('error'),
    );
  });
});
