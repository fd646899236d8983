import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository, repositoryFiles, textOf } from './repository-files.ts';

/**
 * Who may know whom at run time. One line added to a manifest to get past a wall fails here; changing this table is a
 * decision about the architecture (docs/architecture.md) and is made there first.
 */
const law: Readonly<Record<string, readonly string[]>> = {
  'engine/journey': [],
  'engine/scoring': ['@tendril/journey'],
  'engine/content': [],
  prisma: [],
  'engine/runtime': ['@tendril/db', '@tendril/journey', '@tendril/scoring'],
  activities: ['@tendril/content', '@tendril/db', '@tendril/journey', '@tendril/runtime'],
  workflows: ['@tendril/activities', '@tendril/db', '@tendril/journey', '@tendril/runtime'],
  'wecom-stand-in': [],
  engine: ['@tendril/content', '@tendril/db', '@tendril/journey', '@tendril/runtime', '@tendril/scoring'],
  'builder-ui': ['@tendril/journey'],
  launcher: ['@tendril/db', '@tendril/engine'],
};

/** Bench may know everything: nobody knows bench. */
const outsideTheLaw = ['bench'];

interface Manifest {
  readonly name: string;
  readonly workspaces?: readonly string[];
  readonly exports?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const manifestOf = (folder: string): Manifest => JSON.parse(readFileSync(join(repository, folder, 'package.json'), 'utf8')) as Manifest;
const ours = (manifest: Manifest): string[] =>
  Object.keys(manifest.dependencies ?? {})
    .filter((name) => name.startsWith('@tendril/'))
    .sort();

describe('every package depends only on those below it', () => {
  test.each(Object.entries(law))('%s', (folder, allowed) => {
    expect(ours(manifestOf(folder))).toEqual(allowed);
  });
});

test('the law names every package', () => {
  const { workspaces = [] } = manifestOf('.');
  expect([...Object.keys(law), ...outsideTheLaw].sort()).toEqual([...workspaces].sort());
});

test('nobody depends on bench', () => {
  for (const folder of Object.keys(law)) expect(ours(manifestOf(folder))).not.toContain('@tendril/bench');
});

test('the pure packages bring nothing but zod and what computes', () => {
  const journey = Object.keys(manifestOf('engine/journey').dependencies ?? {}).sort();
  expect(journey.filter((name) => /temporal|prisma|pg|fastify|react|node-/.test(name))).toEqual([]);
  expect(Object.keys(manifestOf('engine/scoring').dependencies ?? {})).toEqual(['@tendril/journey']);
});

describe('packages are imported by their doors', () => {
  const doors = new Set(
    [...Object.keys(law), ...outsideTheLaw].flatMap((folder) => {
      const { name, exports = {} } = manifestOf(folder);
      return Object.keys(exports).map((door) => `${name}${door.slice(1)}`);
    }),
  );
  const imported = /(?:from|import)\s*\(?\s*['"](@tendril\/[^'"]+)['"]/g;

  test('every import of a package of ours names a door that exists', () => {
    const walls = sources().flatMap(({ file, text }) =>
      [...text.matchAll(imported)].map((match) => match[1] ?? '').flatMap((specifier) => (doors.has(specifier) ? [] : [`${file}: ${specifier}`])),
    );
    expect(walls).toEqual([]);
  });

  test('no relative import leaves its package', () => {
    const folders = [...Object.keys(law), ...outsideTheLaw].sort((one, other) => other.length - one.length);
    const homeOf = (path: string): string | undefined => folders.find((folder) => path.startsWith(`${folder}/`));
    const escapes = sources().flatMap(({ file, text }) =>
      [...text.matchAll(/(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g)]
        .map((match) => join(file, '..', match[1] ?? ''))
        .flatMap((target) => (homeOf(target) === homeOf(file) ? [] : [`${file}: ${target}`])),
    );
    expect(escapes).toEqual([]);
  });
});

test('the browser and the workflow sandbox know the server by its types only', () => {
  const valueImport = /^import\s+(?!type\b)[^;]*?from\s+['"]@tendril\/(?:engine|activities|db|runtime)[/'"]/m;
  const sandboxed = sources().filter(({ file }) => file.startsWith('builder-ui/src/') || file.startsWith('workflows/src/'));
  expect(sandboxed.length).toBeGreaterThan(0);
  expect(sandboxed.filter(({ text }) => valueImport.test(text)).map(({ file }) => file)).toEqual([]);
});

function sources(): readonly { readonly file: string; readonly text: string }[] {
  return repositoryFiles()
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file))
    .map((file) => ({ file, text: textOf(file) ?? '' }));
}
