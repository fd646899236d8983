import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createCrew } from '../../src/processes/crew.ts';
import { isAlive } from '../../src/processes/is-alive.ts';
import { type ProcessPlan, startProcess } from '../../src/processes/start-process.ts';
import { quietReaper } from '../support/quiet-reaper.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

function plan(folder: string, script: string, more: Partial<ProcessPlan> = {}): ProcessPlan {
  const crew = createCrew(quietReaper);
  return {
    name: 'the service',
    command: 'sh',
    args: ['-c', script],
    env: process.env,
    logFile: join(folder, 'logs', 'service.log'),
    isReady: () => true,
    crew,
    ...more,
  };
}

test('a process that ends while starting is refused with its last words and its log', async () => {
  await using folder = await temporaryFolder();
  const failing = plan(folder.path, 'echo "port 3000 is taken" >&2; echo "    at somewhere.js:1"; exit 3', { isReady: () => false });
  await expect(startProcess(failing)).rejects.toThrow(
    `the service ended while starting: port 3000 is taken. Its log is ${join(folder.path, 'logs', 'service.log')}.`,
  );
});

test('a program that is missing is named', async () => {
  await using folder = await temporaryFolder();
  await expect(startProcess(plan(folder.path, '', { command: '/no/such/program' }))).rejects.toThrow(
    /cannot be started: \/no\/such\/program is missing/,
  );
});

test('a process that never becomes ready is ended, not left behind', async () => {
  await using folder = await temporaryFolder();
  const crew = createCrew(quietReaper);
  const pids: number[] = [];
  const watching = { ...crew, enlist: (member: Parameters<typeof crew.enlist>[0]) => void pids.push(member.pid) };
  const slow = plan(folder.path, 'exec sleep 60', { isReady: () => false, readyWithinMs: 200, crew: watching });
  await expect(startProcess(slow)).rejects.toThrow(/did not become ready in time/);
  expect(pids.map(isAlive)).toEqual([false]);
});

test('a process ends when asked, and nothing starts while everything ends', async () => {
  await using folder = await temporaryFolder();
  const crew = createCrew(quietReaper);
  const running = await startProcess(plan(folder.path, 'exec sleep 60', { crew }));
  expect(isAlive(running.pid)).toBe(true);
  await crew.stop();
  expect(isAlive(running.pid)).toBe(false);
  await expect(startProcess(plan(folder.path, 'exec sleep 60', { crew }))).rejects.toThrow(/Tendril is ending/);
});
