import type { ServiceParts } from '../service-parts.ts';

/** What the use cases of leads are built from. */
export type LeadParts = Pick<ServiceParts, 'db' | 'runtime' | 'clock' | 'nodeNames' | 'friends'>;
