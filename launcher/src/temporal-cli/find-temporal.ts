import { resolveTemporal } from './resolve-temporal.ts';
import { temporalCacheFolder } from './temporal-cache.ts';
import { temporalSources } from './temporal-sources.ts';

/**
 * Finds the `temporal` program on this machine, fetching it once if need be.
 * @param say hears what is going on while it is fetched
 * @throws RemediableError listing what was tried
 */
export function findTemporal(say: (progress: string) => void = () => undefined): Promise<string> {
  return resolveTemporal(temporalSources({ path: process.env['PATH'] ?? '', cacheFolder: temporalCacheFolder }), say);
}
