import { spawnSync } from 'node:child_process';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { dependencyStamp } from '../install.mjs';
import { findOldNode } from '../requirements.mjs';
import { temporaryFolder } from './support/temporary-folder.ts';

const launcher = fileURLToPath(new URL('..', import.meta.url));

/** A checkout with nothing installed: manifests and the way in. */
async function bareCheckout(folder: string): Promise<void> {
  await mkdir(join(folder, 'launcher'));
  for (const file of ['bootstrap.mjs', 'install.mjs', 'requirements.mjs']) await cp(join(launcher, file), join(folder, 'launcher', file));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'bare', private: true, workspaces: ['part'] }));
  await mkdir(join(folder, 'part'));
  await writeFile(join(folder, 'part', 'package.json'), JSON.stringify({ name: 'part', version: '1.0.0' }));
}

function bootstrap(folder: string, args: readonly string[], env: NodeJS.ProcessEnv): { status: number | null; said: string } {
  const { npm_execpath: _, ...inherited } = process.env;
  const result = spawnSync(process.execPath, [join(folder, 'launcher', 'bootstrap.mjs'), ...args], {
    encoding: 'utf8',
    env: { ...inherited, ...env },
  });
  return { status: result.status, said: result.stdout + result.stderr };
}

test.each([
  ['18.20.4', true],
  ['20.18.0', true],
  ['20.19.0', false],
  ['24.0.0', false],
])('Node.js %s is too old: %s', (version, tooOld) => {
  expect(findOldNode(version) !== undefined).toBe(tooOld);
});

test('a Node.js that is too old is named with its version and the remedy', () => {
  expect(findOldNode('18.20.4')).toBe(
    'Tendril needs Node.js 20.19 or newer, and this is 18.20.4: install a newer one from https://nodejs.org and start again.',
  );
});

test('a machine without npm is told so in one sentence, without a stack', async () => {
  await using folder = await temporaryFolder();
  await bareCheckout(folder.path);
  const { status, said } = bootstrap(folder.path, ['start'], { PATH: '/nowhere' });
  expect(status).toBe(1);
  expect(said).toContain('Tendril needs npm, and there is none on PATH');
  expect(said).not.toMatch(/\n\s+at /);
});

test('an install that fails quotes npm and names the way out, without a stack of ours', async () => {
  await using folder = await temporaryFolder();
  await bareCheckout(folder.path);
  await writeFile(
    join(folder.path, 'part', 'package.json'),
    JSON.stringify({ name: 'part', version: '1.0.0', dependencies: { gone: 'file:../nowhere.tgz' } }),
  );
  const { status, said } = bootstrap(folder.path, ['start'], {});
  expect(status).toBe(1);
  expect(said).toContain('The dependencies cannot be installed');
  expect(said).not.toMatch(/\n\s+at /);
});

test('without the verb it says which there are', async () => {
  await using folder = await temporaryFolder();
  await bareCheckout(folder.path);
  expect(bootstrap(folder.path, [], {})).toEqual({
    status: 1,
    said: 'Say what to do: node launcher/bootstrap.mjs start | test | bench | pictures | install.\n',
  });
});

test('a changed manifest of any workspace asks for a new install, anything else does not', async () => {
  await using folder = await temporaryFolder();
  await bareCheckout(folder.path);
  const first = dependencyStamp(folder.path);
  await writeFile(join(folder.path, 'part', 'readme.md'), 'words');
  expect(dependencyStamp(folder.path)).toBe(first);
  await writeFile(join(folder.path, 'part', 'package.json'), JSON.stringify({ name: 'part', version: '1.0.1' }));
  expect(dependencyStamp(folder.path)).not.toBe(first);
});
