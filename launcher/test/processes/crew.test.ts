import { expect, test } from 'vitest';
import { createCrew } from '../../src/processes/crew.ts';
import type { RunningProcess } from '../../src/processes/running-process.ts';
import { quietReaper } from '../support/quiet-reaper.ts';

/** A process that exists only on paper and writes down what happens to it. */
function paperProcess(name: string, story: string[]): RunningProcess & { collapse(): void } {
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  let stopping = false;
  const end = (how: string): void => {
    stopping = true;
    story.push(`${name} ${how}`);
    resolve();
  };
  const stop = async (): Promise<void> => end('stopped');
  return {
    name,
    pid: 0,
    logFile: `${name}.log`,
    stopSignal: 'SIGTERM',
    ended,
    get stopping() {
      return stopping;
    },
    stop,
    kill: () => end('killed'),
    collapse: resolve,
    [Symbol.asyncDispose]: stop,
  };
}

test('processes end in the reverse of the order in which they started, once', async () => {
  const story: string[] = [];
  const crew = createCrew(quietReaper);
  for (const name of ['database', 'api', 'worker']) crew.enlist(paperProcess(name, story));
  await Promise.all([crew.stop(), crew.stop()]);
  expect(story).toEqual(['worker stopped', 'api stopped', 'database stopped']);
  expect(crew.stopping).toBe(true);
});

test('a process that ends by itself is reported as lost, one that was asked to is not', async () => {
  const story: string[] = [];
  const crew = createCrew(quietReaper);
  const asked = paperProcess('asked', story);
  const collapsed = paperProcess('collapsed', story);
  crew.enlist(asked);
  crew.enlist(collapsed);
  await asked.stop();
  collapsed.collapse();
  expect((await crew.lost).name).toBe('collapsed');
});

test('force ends everything at once', () => {
  const story: string[] = [];
  const crew = createCrew(quietReaper);
  for (const name of ['database', 'worker']) crew.enlist(paperProcess(name, story));
  crew.kill();
  expect(story).toEqual(['database killed', 'worker killed']);
});
