import type { ServiceParts } from '../service-parts.ts';

/** What explanations are read from. */
export type ExplainParts = Pick<ServiceParts, 'db' | 'runtime' | 'clock' | 'nodeNames'>;
