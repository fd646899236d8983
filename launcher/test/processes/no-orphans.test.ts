import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { isAlive } from '../../src/processes/is-alive.ts';
import { waitUntil } from '../../src/wait-until.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const small = fileURLToPath(new URL('../support/start-and-wait.ts', import.meta.url));

test('nothing survives a launcher that is killed', async () => {
  await using folder = await temporaryFolder();
  const launcher = spawn(process.execPath, [small, folder.path], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [printed] = (await once(launcher.stdout, 'data')) as [Buffer];
  const pids = JSON.parse(printed.toString()) as number[];
  expect(pids.map(isAlive)).toEqual([true, true]);

  launcher.kill('SIGKILL');
  const allGone = await waitUntil(() => !pids.some(isAlive), { timeoutMs: 20_000 });
  expect(allGone).toBe(true);
});
