import type { ServiceParts } from '../service-parts.ts';

/** What the use cases of trying out are built from. */
export type TryOutParts = Pick<ServiceParts, 'db' | 'runtime' | 'clock' | 'onJobQueued'>;
