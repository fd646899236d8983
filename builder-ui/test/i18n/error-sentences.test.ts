import { readFileSync } from 'node:fs';
import { LOCALES } from '@tendril/journey/model';
import { describe, expect, test } from 'vitest';
import { catalogueOf, placeholdersOf, sourcesBelow } from '../support/catalogues.ts';

/** Names of an object's entries as they stand in the source; commas inside brackets belong to a value. */
function namesIn(entries: string): readonly string[] {
  let rest = entries;
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(/[([][^()[\]]*[)\]]/g, '');
  }
  return rest
    .split(',')
    .map((entry) => entry.split(':')[0]?.trim() ?? '')
    .filter((name) => name !== '');
}

/** Every mistake that the engine throws: its code, and the names of the values it gives, where they stand in the call. */
const thrown = sourcesBelow('engine/src', /\.ts$/).flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/new UserError\(\s*'([^']+)'(?:,\s*\{([^}]*)\})?/g)].map(([, code = '', params = '']) => ({
    code,
    params: namesIn(params),
  })),
);

test('the engine throws mistakes at all, so that the rest of this file means something', () => {
  expect(thrown.length).toBeGreaterThan(30);
  expect(thrown).toContainEqual({ code: 'handoff.taken', params: ['name'] });
});

describe.each(LOCALES)('in %s', (locale) => {
  const texts = catalogueOf(locale, 'errors');

  test('every mistake of the engine has its sentence', () => {
    const codes = [...new Set(thrown.map(({ code }) => code))];
    expect(codes.filter((code) => texts[`code.${code}`] === undefined)).toEqual([]);
  });

  test('a sentence asks only for values that the mistake gives', () => {
    const asking = thrown.flatMap(({ code, params }) =>
      placeholdersOf(texts[`code.${code}`] ?? '')
        .filter((name) => !params.includes(name))
        .map((name) => `${code}: ${name}`),
    );
    expect(asking).toEqual([]);
  });
});
