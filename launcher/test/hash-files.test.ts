import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hashFiles } from '../src/hash-files.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

test('the hash follows contents, names and new files, and nothing else', async () => {
  await using folder = await temporaryFolder();
  const path = (name: string): string => join(folder.path, name);
  const hash = () => hashFiles(folder.path, ['src', 'one.json', 'missing']);
  await mkdir(path('src/deep'), { recursive: true });
  await writeFile(path('src/deep/a.ts'), 'a');
  await writeFile(path('one.json'), '1');
  const first = await hash();
  await writeFile(path('elsewhere.ts'), 'x');
  expect(await hash()).toBe(first);

  await writeFile(path('src/deep/a.ts'), 'b');
  const second = await hash();
  await rename(path('src/deep/a.ts'), path('src/deep/c.ts'));
  const third = await hash();
  await writeFile(path('src/new.ts'), '');
  expect(new Set([first, second, third, await hash()]).size).toBe(4);
});
