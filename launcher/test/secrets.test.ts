import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { installationSecrets } from '../src/secrets.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

test('secrets are made once, and only the owner may read them', async () => {
  await using folder = await temporaryFolder();
  const first = await installationSecrets(folder.path);
  expect(first.installation).toMatch(/^[0-9a-f]{64}$/);
  expect(await installationSecrets(folder.path)).toEqual(first);
  expect((await stat(join(folder.path, 'secrets.json'))).mode & 0o777).toBe(0o600);
});

test('two homes have different secrets', async () => {
  await using one = await temporaryFolder();
  await using other = await temporaryFolder();
  const [first, second] = await Promise.all([installationSecrets(one.path), installationSecrets(other.path)]);
  expect(first.installation).not.toBe(second.installation);
  expect(first.postgresPassword).not.toBe(second.postgresPassword);
});

test.each(['', '{}', '{"installation": 1}', 'null'])('a damaged file (%j) is named and never replaced', async (content) => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'secrets.json'), content);
  await expect(installationSecrets(folder.path)).rejects.toThrow(/secrets\.json is damaged: .*--reset/);
});
