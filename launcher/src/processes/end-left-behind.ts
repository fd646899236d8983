import { readFile, rm } from 'node:fs/promises';
import { execa } from 'execa';
import { endProcess } from './end-process.ts';

/** How long a left-behind service may take to write everything down, in milliseconds. */
const GRACE_MS = 10_000;

/**
 * Clears the way after a crash: a service that still runs without anybody owning it is ended in good order, and a pid file
 * whose process is gone, or is somebody else by now, is removed.
 * Call it only while holding the lock of the home that the service belongs to.
 * @param service.pidFile a file whose first line is the process id
 * @param service.mark a text that only this service has on its command line, such as the path of its data
 */
export async function endLeftBehind(service: {
  readonly pidFile: string;
  readonly mark: string;
  readonly stopSignal: NodeJS.Signals;
  readonly killSignal: NodeJS.Signals;
}): Promise<void> {
  const content = await readFile(service.pidFile, 'utf8').catch(() => undefined);
  if (content === undefined) return;
  const pid = Number(content.split('\n')[0]);
  if (Number.isInteger(pid) && pid > 1 && (await commandOf(pid)).includes(service.mark)) {
    await endProcess(pid, { signal: service.stopSignal, graceMs: GRACE_MS, force: service.killSignal });
  }
  await rm(service.pidFile, { force: true });
}

async function commandOf(pid: number): Promise<string> {
  const result = await execa('ps', ['-o', 'args=', '-p', String(pid)], { reject: false });
  if (!result.failed) return result.stdout;
  // A slim container has no ps, but Linux tells it in a file.
  const cmdline = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return cmdline.replaceAll('\0', ' ');
}
