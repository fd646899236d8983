import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { areas, catalogueOf, placeholdersOf, sourcesBelow } from '../support/catalogues.ts';

/** Chinese has one plural form, English two: keys are compared without their form. */
const withoutForm = (key: string) => key.replace(/_(one|other)$/, '');

describe.each(areas())('the texts of %s', (area) => {
  const chinese = catalogueOf('zh-CN', area);
  const english = catalogueOf('en', area);

  test('are complete in both languages', () => {
    const keysOf = (texts: object) => [...new Set(Object.keys(texts).map(withoutForm))].sort();
    expect(keysOf(chinese)).toEqual(keysOf(english));
  });

  test('ask for the same values in both languages', () => {
    for (const [key, text] of Object.entries(chinese)) {
      const other = english[key] ?? english[`${withoutForm(key)}_other`] ?? '';
      expect(new Set(placeholdersOf(text)), key).toEqual(new Set(placeholdersOf(other)));
    }
  });

  test('none is empty', () => {
    expect(Object.entries({ ...english, ...chinese }).filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});

/** Files of pages and shared components, with the area their plain keys belong to. */
const users = [...sourcesBelow('builder-ui/src/pages', /\.tsx?$/), ...sourcesBelow('builder-ui/src/ui', /\.tsx?$/)].map((file) => {
  const source = readFileSync(file, 'utf8');
  return { file, source, area: /useTranslation\(\[?'([\w-]+)'/.exec(source)?.[1] };
});

test('every key that pages name in full has a text', () => {
  const missing = users.flatMap(({ file, source, area }) =>
    [...source.matchAll(/\bt\('([\w.:-]+)'/g)].flatMap(([, name = '']) => {
      const [inArea, key] = name.includes(':') ? name.split(':') : [area, name];
      if (inArea === undefined || key === undefined) return [`${file}: ${name}`];
      const texts = catalogueOf('en', inArea);
      const found = [key, `${key}_other`].some((each) => texts[each] !== undefined);
      return found ? [] : [`${file}: ${inArea}:${key}`];
    }),
  );
  expect(missing).toEqual([]);
});
