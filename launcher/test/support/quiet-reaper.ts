import type { Reaper } from '../../src/processes/reaper.ts';

/** A reaper for tests that end their processes themselves. */
export const quietReaper: Reaper = { watch: () => undefined, release: () => undefined, close: () => undefined };
