import { homedir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { repository, repositoryFiles, textOf } from './repository-files.ts';

/** Folders in which people and build machines keep their work; nothing in a checkout may depend on one. */
const WORKPLACE = /(?:^|[\s"'`(=,])\/(?:root|home|Users|work|workspaces?|builds?)\/[\w.-]/;

const texts = repositoryFiles().flatMap((file) => {
  const text = textOf(file);
  return text === undefined ? [] : [{ file, text }];
});

test('no file names a folder of the machine it was written on', () => {
  const own = [repository.slice(0, -1), homedir()].filter((path) => path.length > 3);
  const leaks = texts.flatMap(({ file, text }) =>
    text
      .split('\n')
      .flatMap((line, index) => (WORKPLACE.test(line) || own.some((path) => line.includes(`${path}/`)) ? [`${file}:${index + 1}`] : [])),
  );
  expect(leaks).toEqual([]);
});

test('no file refers to something outside the checkout', () => {
  // Biome's import rules name modules as the importing file sees them.
  const namesModules = 'biome.json';
  const upwards = /(?<![\w/.])(?:\.\.\/)+[\w@][\w./-]*/g;
  const leaks = texts
    .filter(({ file }) => file !== namesModules)
    .flatMap(({ file, text }) =>
      [...text.matchAll(upwards)]
        .map(([path]) => ({ path, target: relative(repository, join(repository, dirname(file), path)) }))
        .flatMap(({ path, target }) => (target.startsWith('..') ? [`${file}: ${path}`] : [])),
    );
  expect(leaks).toEqual([]);
});

test('no file holds a private key or a token', () => {
  const secret = /-----BEGIN [A-Z ]*PRIVATE KEY-----|\bgh[pousr]_\w{30,}|\bnpm_\w{30,}|\bAKIA[0-9A-Z]{16}\b/;
  expect(texts.filter(({ text }) => secret.test(text)).map(({ file }) => file)).toEqual([]);
});
