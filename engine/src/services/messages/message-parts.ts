import type { ServiceParts } from '../service-parts.ts';

/** What the use cases of messages and templates are built from. */
export type MessageParts = Pick<ServiceParts, 'db' | 'runtime' | 'publicUrl'>;
