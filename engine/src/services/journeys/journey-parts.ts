import type { ServiceParts } from '../service-parts.ts';

/** What the use cases of journeys are built from. */
export type JourneyParts = Pick<ServiceParts, 'db' | 'runtime' | 'clock' | 'nodeNames' | 'onJobQueued'>;
