import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALES, type Locale } from '@tendril/journey/model';

const i18nFolder = join(import.meta.dirname, '../../src/i18n');

/** Every text of one area in one language, by its full key. */
export type Catalogue = Readonly<Record<string, string>>;

/** Reads an area's texts; nested keys are joined by dots. */
export function catalogueOf(locale: Locale, area: string): Catalogue {
  return flatten(JSON.parse(readFileSync(join(i18nFolder, locale, `${area}.json`), 'utf8')));
}

/** Every area that has a file in any language. */
export const areas = (): readonly string[] =>
  [...new Set(LOCALES.flatMap((locale) => readdirSync(join(i18nFolder, locale)).map((file) => file.replace(/\.json$/, ''))))].sort();

/** The values a text needs, sorted. */
export const placeholdersOf = (text: string): readonly string[] => [...text.matchAll(/\{\{\s*([\w-]+)/g)].map(([, name = '']) => name).sort();

function flatten(tree: unknown, prefix = ''): Catalogue {
  if (typeof tree === 'string') return { [prefix]: tree };
  const entries = Object.entries(tree as Readonly<Record<string, unknown>>);
  return Object.assign({}, ...entries.map(([key, value]) => flatten(value, prefix === '' ? key : `${prefix}.${key}`)));
}

/** All source files below a folder of the repository, as paths from the repository's root. */
export function sourcesBelow(folder: string, ending: RegExp): readonly string[] {
  const root = join(import.meta.dirname, '../../..');
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file) && !file.includes('node_modules'))
    .map((file) => join(root, folder, file));
}
