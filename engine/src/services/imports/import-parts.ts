import type { ServiceParts } from '../service-parts.ts';

/** What the use cases of imports are built from. */
export type ImportParts = Pick<ServiceParts, 'db' | 'clock' | 'onJobQueued'>;
