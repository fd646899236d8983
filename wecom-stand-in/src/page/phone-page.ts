import { readFileSync } from 'node:fs';

/** The page that plays the phones of staff and customers. */
export const phonePage: string = readFileSync(new URL('./phones.html', import.meta.url), 'utf8');
