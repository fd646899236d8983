import { readFile } from 'node:fs/promises';
import { placeholdersOf, type SentenceTexts } from '@tendril/journey/sentences';
import { describe, expect, test } from 'vitest';
import { apiErrors } from '../../src/sentences/api-errors.ts';
import { importRemarks } from '../../src/sentences/import-remarks.ts';
import { timelineSentences } from '../../src/sentences/timeline.ts';

/** Where the pages keep their words for each catalogue. */
const CATALOGUES: readonly (readonly [texts: SentenceTexts, file: string, key: string])[] = [
  [apiErrors.texts, 'errors.json', 'code'],
  [importRemarks.texts, 'imports.json', 'remark'],
  [timelineSentences.texts, 'leads.json', 'happened'],
];

describe.each(CATALOGUES.map(([texts, file, key]) => ({ texts, file, key })))('$file', ({ texts, file, key }) => {
  test.each(['zh-CN', 'en'] as const)('says in %s everything the API can say, with the same values', async (locale) => {
    const path = new URL(`../../../builder-ui/src/i18n/${locale}/${file}`, import.meta.url);
    const page = (JSON.parse(await readFile(path, 'utf8')) as Record<string, Record<string, string>>)[key] ?? {};
    const missing = Object.keys(texts).filter((code) => page[code] === undefined);
    expect(missing).toEqual([]);
    for (const [code, text] of Object.entries(texts))
      expect({ code, values: placeholdersOf(page[code] ?? '') }).toEqual({ code, values: placeholdersOf(text[locale]) });
  });
});

test('both languages of a sentence name the same values', () => {
  for (const [texts] of CATALOGUES) {
    for (const [code, text] of Object.entries(texts))
      expect({ code, values: placeholdersOf(text.en) }).toEqual({ code, values: placeholdersOf(text['zh-CN']) });
  }
});
