import { createHash } from 'node:crypto';

/** The form in which a write key is stored. Keys are long and random, so a plain SHA-256 cannot be searched backwards. */
export const hashWriteKey = (key: string): string => createHash('sha256').update(key).digest('hex');
