import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyHome, homeFolder, openHome } from '../src/home.ts';
import { RemediableError } from '../src/remediable-error.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

test('a second start in the same home is refused in one sentence that names the way out', async () => {
  await using folder = await temporaryFolder();
  await using _home = await openHome(folder.path);
  const refusal = await openHome(folder.path).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(RemediableError);
  expect(String(refusal)).toContain(`Tendril already runs in ${folder.path} (process ${process.pid})`);
  expect(String(refusal)).toContain('TENDRIL_HOME');
});

test('a home is free again after its launcher has left', async () => {
  await using folder = await temporaryFolder();
  await (await openHome(folder.path)).release();
  await using home = await openHome(folder.path);
  expect(home.path('logs', 'api.log')).toBe(join(folder.path, 'logs', 'api.log'));
});

test('the hold of a launcher that was killed is void at once', async () => {
  await using folder = await temporaryFolder();
  await mkdir(join(folder.path, 'launcher.lock'));
  await writeFile(join(folder.path, 'launcher.pid'), '2147483646');
  await using home = await openHome(folder.path);
  expect(home.folder).toBe(folder.path);
});

test('a reset removes what belongs to Tendril and nothing else', async () => {
  await using folder = await temporaryFolder();
  await using home = await openHome(folder.path);
  await mkdir(home.path('postgres'));
  await writeFile(home.path('secrets.json'), '{}');
  await writeFile(home.path('holiday.jpg'), '');
  await emptyHome(home);
  const left = await readdir(folder.path);
  expect(left).toContain('holiday.jpg');
  expect(left).not.toContain('postgres');
  expect(left).not.toContain('secrets.json');
});

test('TENDRIL_HOME moves the home, and an empty one does not', () => {
  expect(homeFolder({}, '/checkout')).toBe('/checkout/.tendril');
  expect(homeFolder({ TENDRIL_HOME: '' }, '/checkout')).toBe('/checkout/.tendril');
  expect(homeFolder({ TENDRIL_HOME: '/elsewhere' }, '/checkout')).toBe('/elsewhere');
  expect(homeFolder({ TENDRIL_HOME: 'here' }, '/checkout')).toBe(join(process.cwd(), 'here'));
});

test('a home that cannot be made is refused with the remedy', async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'file');
  await writeFile(file, '');
  await expect(openHome(join(file, 'home'))).rejects.toThrow(/cannot be made .* set TENDRIL_HOME/);
  expect(existsSync(join(file, 'home'))).toBe(false);
});

test('after a launcher was killed, the next one waits until what it had started is gone', async () => {
  await using folder = await temporaryFolder();
  const guard = spawn('sleep', ['0.3']);
  await mkdir(join(folder.path, 'launcher.lock'));
  await writeFile(join(folder.path, 'launcher.pid'), '2147483646');
  await writeFile(join(folder.path, 'guard.pid'), String(guard.pid));
  await using _home = await openHome(folder.path);
  expect(guard.exitCode).toBe(0);
});
