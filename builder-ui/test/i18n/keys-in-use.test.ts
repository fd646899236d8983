import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { areas, catalogueOf, sourcesBelow } from '../support/catalogues.ts';

/** Areas whose keys are codes of the engine: they are held to the engine's own lists by other tests. */
const CODES: readonly RegExp[] = [
  /^errors:(code|class)\./,
  /^leads:happened\./,
  /^imports:remark\./,
  /^explain:entry\./,
  /^messages:(reason|word)\./,
];

interface Use {
  readonly file: string;
  readonly area: string;
  /** The key as written; `*` stands for what is filled in at run time. */
  readonly pattern: string;
}

/** Names under which a file holds translation functions, with the areas they speak for. */
function speakersOf(source: string): ReadonlyMap<string, readonly string[]> {
  const speakers = new Map<string, string[]>();
  for (const [, names = '', area = ''] of source.matchAll(/const \{ ([^}]+) \} = useTranslation\(\[?(?:'([\w-]+)'(?:, '[\w-]+')*)?\]?\)/g)) {
    const own = /\bt: (\w+)/.exec(names)?.[1] ?? (/\bt\b/.test(names) ? 't' : undefined);
    if (own !== undefined) speakers.set(own, [...(speakers.get(own) ?? []), area || 'shell']);
  }
  return speakers;
}

const withoutBraces = (template: string): string => template.replace(/\$\{[^}]*\}/g, '*');

/** Every key that a file names: in full, with a part filled in, or one of two. */
function usesOf(file: string): readonly Use[] {
  const source = readFileSync(file, 'utf8');
  const literals = [...source.matchAll(/(['`])((?:[\w-]+:)?[a-zA-Z][\w.${}[\]() ?'-]*?)\1/g)].map(([, , text = '']) => withoutBraces(text));
  const speakers = speakersOf(source);
  const spoken = [...speakers].flatMap(([name, of]) =>
    [...source.matchAll(new RegExp(`(?<![\\w.])${name}\\(\\s*(['\`])([^'\`]+)\\1`, 'g'))].flatMap(([, , key = '']) =>
      of.map((area) => ({ file, area, pattern: withoutBraces(key) })),
    ),
  );
  const addressed = literals.flatMap((text) => {
    const [, area, pattern] = /^([a-z-]+):([\w.*-]+)$/.exec(text) ?? [];
    return area !== undefined && pattern !== undefined && areas().includes(area) ? [{ file, area, pattern }] : [];
  });
  const anywhere = literals.flatMap((text) => [...new Set([...speakers.values()].flat())].map((area) => ({ file, area, pattern: text })));
  return [
    ...spoken.map((use) => (use.pattern.includes(':') ? null : use)).filter((use) => use !== null),
    ...addressed,
    ...anywhere.filter(({ pattern }) => pattern.includes('.') || pattern.includes('*') || !pattern.includes(' ')),
  ];
}

const files = sourcesBelow('builder-ui/src', /\.tsx?$/);
const uses = files.flatMap(usesOf);

const asRegExp = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .split('*')
      .map((part) => part.replace(/[.$?()[\]{}]/g, '\\$&'))
      .join('[\\w.-]+')}$`,
  );

/** English has two forms of a count; both answer to the key without its form. */
const withoutForm = (key: string): string => key.replace(/_(one|other)$/, '');

describe.each(areas())('%s', (area) => {
  const patterns = [...new Set(uses.filter((use) => use.area === area).map(({ pattern }) => pattern))]
    .filter((pattern) => pattern !== '*')
    .map(asRegExp);

  test.each(['zh-CN', 'en'] as const)('has no text in %s that nothing says', (locale) => {
    const keys = [...new Set(Object.keys(catalogueOf(locale, area)).map(withoutForm))];
    const unused = keys.filter((key) => !CODES.some((code) => code.test(`${area}:${key}`)) && !patterns.some((pattern) => pattern.test(key)));
    expect(unused).toEqual([]);
  });
});

describe('every key that is named has a text', () => {
  const named = files.flatMap((file) => {
    const source = readFileSync(file, 'utf8');
    return [...speakersOf(source)].flatMap(([name, of]) =>
      [...source.matchAll(new RegExp(`(?<![\\w.])${name}\\(\\s*(['\`])([^'\`]+)\\1`, 'g'))].map(([, , key = '']) => ({
        file,
        areas: of,
        pattern: withoutBraces(key),
      })),
    );
  });

  test.each(['zh-CN', 'en'] as const)('in %s', (locale) => {
    const missing = named.filter(({ areas: of, pattern }) => {
      const [prefix, rest] = pattern.includes(':') ? pattern.split(':') : [undefined, pattern];
      const sought = asRegExp(rest ?? '');
      return !(prefix === undefined ? of : [prefix]).some((area) =>
        Object.keys(catalogueOf(locale, area)).some((key) => sought.test(withoutForm(key))),
      );
    });
    expect(missing.map(({ file, pattern }) => `${file.split('/src/')[1]}: ${pattern}`)).toEqual([]);
  });
});
