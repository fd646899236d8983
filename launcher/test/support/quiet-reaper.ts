import type { Reaper } from '../../src/processes/reaper.ts';

/** A reaper for tests that end their processes themselves. */
export const quietReaper: Reaper = { pid: undefined, watch: () => undefined, release: () => undefined, close: () => undefined };
