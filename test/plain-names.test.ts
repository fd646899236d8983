import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { repositoryFiles, textOf } from './repository-files.ts';

/** Names that say nothing. A file that has no better one has no single purpose. */
const EMPTY_NAMES = /^(utils?|helpers?|types?|common|misc|stuff|lib|functions|constants|interfaces|.*[-.]v\d+|.*-(utils?|helpers?))$/;

const LONGEST = 400;

const sources = repositoryFiles().filter((file) => /\.(ts|tsx|mjs|css)$/.test(file));

test('a file is named for the one thing in it', () => {
  const nameOf = (file: string): string => basename(file).replace(/(\.(test|spec|config|d))?\.\w+$/, '');
  expect(sources.filter((file) => EMPTY_NAMES.test(nameOf(file)))).toEqual([]);
});

test(`no source file is longer than ${LONGEST} lines`, () => {
  const lines = (file: string): number => (textOf(file) ?? '').split('\n').length - 1;
  expect(sources.map((file) => ({ file, lines: lines(file) })).filter((each) => each.lines > LONGEST)).toEqual([]);
});

test('a door lists what it opens, without wildcards', () => {
  const wildcards = sources.filter((file) => /^export \*/m.test(textOf(file) ?? ''));
  expect(wildcards).toEqual([]);
});
