import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lock } from 'proper-lockfile';
import { hashFiles } from './hash-files.ts';
import { repositoryFolder, sharedCacheFolder } from './repository.ts';

/** Something that is made from source files and need not be made again while they stay the same. */
export interface Build {
  /** File name of its stamp. */
  readonly name: string;
  /** Files and folders, from the checkout, that the result depends on. */
  readonly inputs: readonly string[];
  /** A path that exists once it is built. */
  readonly output: string;
  run(): Promise<void>;
}

/**
 * Builds unless the inputs are the same as at the last success. Two launchers of one checkout take turns.
 * @returns whether it had to be built
 */
export async function buildWhenChanged(build: Build): Promise<boolean> {
  const stampFile = join(sharedCacheFolder, `${build.name}.stamp`);
  const isFresh = async (): Promise<boolean> => {
    const [hash, stamp] = await Promise.all([hashFiles(repositoryFolder, build.inputs), readFile(stampFile, 'utf8').catch(() => '')]);
    return existsSync(build.output) && stamp === hash;
  };
  if (await isFresh()) return false;
  await mkdir(sharedCacheFolder, { recursive: true });
  const unlock = await lock(sharedCacheFolder, {
    lockfilePath: join(sharedCacheFolder, `${build.name}.lock`),
    retries: { retries: 300, minTimeout: 1_000, maxTimeout: 1_000 },
    // A busy machine may let the lock go stale in the middle; the work is safe to do twice, and losing it is not an error.
    onCompromised: () => undefined,
  });
  try {
    if (await isFresh()) return false;
    const hash = await hashFiles(repositoryFolder, build.inputs);
    await build.run();
    await writeFile(stampFile, hash);
    return true;
  } finally {
    await unlock().catch(() => undefined);
  }
}
