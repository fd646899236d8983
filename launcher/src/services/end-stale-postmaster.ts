import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { endProcess } from '../processes/end-process.ts';

/** How long a left-behind PostgreSQL may take to write everything down, in milliseconds. */
const GRACE_MS = 10_000;

/**
 * Clears the way after a crash: a PostgreSQL that still runs on this data folder without anybody owning it is ended in
 * good order, and a `postmaster.pid` whose process is gone, or is somebody else by now, is removed.
 * Call it only while holding the lock of the home that the folder belongs to.
 */
export async function endStalePostmaster(dataDir: string): Promise<void> {
  const pidFile = join(dataDir, 'postmaster.pid');
  const content = await readFile(pidFile, 'utf8').catch(() => undefined);
  if (content === undefined) return;
  const pid = Number(content.split('\n')[0]);
  if (Number.isInteger(pid) && pid > 1 && (await commandOf(pid)).includes(dataDir)) {
    await endProcess(pid, { signal: 'SIGINT', graceMs: GRACE_MS, force: 'SIGQUIT' });
  }
  await rm(pidFile, { force: true });
}

async function commandOf(pid: number): Promise<string> {
  const result = await execa('ps', ['-o', 'args=', '-p', String(pid)], { reject: false });
  if (!result.failed) return result.stdout;
  // A slim container has no ps, but Linux tells it in a file.
  const cmdline = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return cmdline.replaceAll('\0', ' ');
}
