import { readFileSync } from 'node:fs';
import { LOCALES } from '@tendril/journey/model';
import { expect, test } from 'vitest';
import { catalogueOf, placeholdersOf, sourcesBelow } from '../support/catalogues.ts';

/** Codes that a file of the engine declares with their texts: `'timeline.event': { … }`. */
function declaredIn(ending: RegExp): ReadonlyMap<string, readonly string[]> {
  const [file = ''] = sourcesBelow('engine/src/sentences', ending);
  const entries = [...readFileSync(file, 'utf8').matchAll(/^ {2}'([\w.-]+)': \{([\s\S]*?)\},?$/gm)];
  return new Map(entries.map(([, code = '', texts = '']) => [code, [...new Set(placeholdersOf(texts))]]));
}

const said: readonly { what: string; declared: ReturnType<typeof declaredIn>; area: string; prefix: string; least?: number }[] = [
  { what: 'timeline', declared: declaredIn(/^timeline\.ts$/), area: 'leads', prefix: 'happened' },
  { what: 'explanations', declared: declaredIn(/^explain-entries\.ts$/), area: 'explain', prefix: 'entry', least: 5 },
  { what: 'import remarks', declared: declaredIn(/^import-remarks\.ts$/), area: 'imports', prefix: 'remark' },
];

test.each(said)('every sentence of the $what is translated, with the same values', ({ declared, area, prefix, least = 15 }) => {
  expect(declared.size).toBeGreaterThan(least);
  for (const locale of LOCALES) {
    const texts = catalogueOf(locale, area);
    for (const [code, params] of declared) {
      const text = texts[code.startsWith(`${prefix}.`) ? code : `${prefix}.${code}`];
      expect(text, `${locale} ${code}`).toBeDefined();
      expect(
        placeholdersOf(text ?? '').filter((name) => !params.includes(name)),
        `${locale} ${code}`,
      ).toEqual([]);
    }
  }
});

/** Reasons that the runtime and the channels write into the message ledger. */
const REASON = /'((?:message|email|wecom)\.[a-z-]+)'/g;

test('every reason of the message ledger is translated', () => {
  const files = [...sourcesBelow('engine/runtime/src/messages', /\.ts$/), ...sourcesBelow('activities/src/effects', /\.ts$/)];
  const codes = new Set(files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(REASON)].map(([, code = '']) => code)));
  expect(codes.size).toBeGreaterThan(10);
  for (const locale of LOCALES) {
    const texts = catalogueOf(locale, 'messages');
    expect([...codes].filter((code) => texts[`reason.${code}`] === undefined && texts[`word.${code}`] === undefined)).toEqual([]);
  }
});

test('every sentence that the runtime leaves in trails and scores is translated', () => {
  const [file = ''] = sourcesBelow('engine/runtime/src', /^sentences\.ts$/);
  const codes = [...readFileSync(file, 'utf8').matchAll(/'((?:run|score)\.[a-z-]+)'/g)].map(([, code = '']) => code);
  expect(codes).toContain('run.merged');
  for (const locale of LOCALES) {
    const texts = catalogueOf(locale, 'leads');
    expect(codes.filter((code) => texts[`happened.${code}`] === undefined)).toEqual([]);
  }
});
