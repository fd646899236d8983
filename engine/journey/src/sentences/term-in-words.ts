import type { Locale } from '../model/index.ts';
import { POOLS, TERMS } from './terms.ts';

/** A word of the fixed vocabulary for a reader; any other word stays itself. */
export function termInWords(word: string, locale: Locale): string {
  return TERMS[word]?.[locale] ?? word;
}

/** A pool for a reader; one the workspace has named itself stays itself. */
export function poolInWords(pool: string, locale: Locale): string {
  return POOLS[pool]?.[locale] ?? pool;
}
