import type { ServiceParts } from '../service-parts.ts';

/** What the use cases of settings are built from. */
export type SettingsParts = Pick<ServiceParts, 'db' | 'auth' | 'clock' | 'runtime' | 'secret' | 'log'>;
