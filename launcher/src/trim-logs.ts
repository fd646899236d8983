import { readdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A log larger than this, in bytes, is put aside at the next start. */
const LARGEST = 5_000_000;

/** Puts large logs aside as `<name>.log.1`, over the one put aside before, so that logs cannot fill the disk. */
export async function trimLogs(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((candidate) => candidate.endsWith('.log'))) {
    const file = join(folder, name);
    if ((await stat(file)).size > LARGEST) await rename(file, `${file}.1`);
  }
}
