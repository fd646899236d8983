import { fileURLToPath } from 'node:url';

/** The checkout that this launcher belongs to. */
export const repositoryFolder = fileURLToPath(new URL('../../', import.meta.url));

/** A path inside the checkout. */
export const inRepository = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Stamps, locks and fetched programs that every home of this checkout shares; npm leaves the folder alone. */
export const sharedCacheFolder = inRepository('node_modules/.cache/tendril');
