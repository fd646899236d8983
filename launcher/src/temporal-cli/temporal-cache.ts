import { chmod, copyFile, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { sharedCacheFolder } from '../repository.ts';

/** Shared by every home of this checkout, so that a second home does not fetch again. */
export const temporalCacheFolder = join(sharedCacheFolder, 'temporal');

/** File name of the program on this machine. */
export const temporalFileName = process.platform === 'win32' ? 'temporal.exe' : 'temporal';

/** The path of the cached program, whether or not it is there. */
export const cachedTemporal = (folder: string): string => join(folder, temporalFileName);

/** Whether a file is a `temporal` program that runs on this machine. */
export async function isTemporal(path: string): Promise<boolean> {
  const result = await execa(path, ['--version'], { reject: false, timeout: 20_000 });
  return !result.failed && result.stdout.startsWith('temporal version');
}

/**
 * Lets a fetcher put a program into a scratch folder, checks it and moves it into the cache.
 * Two starts that fetch at the same time do not disturb each other: the last one's copy stays.
 * @param fetchInto answers the path of the program inside the scratch folder
 * @throws when the fetcher throws, or what it brought does not run here
 */
export async function fetchIntoCache(folder: string, fetchInto: (scratch: string) => Promise<string>): Promise<string> {
  await mkdir(folder, { recursive: true });
  const scratch = await mkdtemp(join(folder, 'fetch-'));
  try {
    const fetched = await fetchInto(scratch);
    const draft = join(scratch, `checked-${temporalFileName}`);
    await rename(fetched, draft).catch(() => copyFile(fetched, draft));
    await chmod(draft, 0o755);
    if (!(await isTemporal(draft))) throw new Error('what was fetched does not run on this machine');
    await rename(draft, cachedTemporal(folder));
    return cachedTemporal(folder);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
