import type { ServiceParts } from '../service-parts.ts';

/** What the use cases of the SDR desk are built from. */
export type DeskParts = Pick<ServiceParts, 'db' | 'runtime' | 'clock' | 'nodeNames' | 'friends'>;
