import type { Locale } from '../model/index.ts';
import { TERMS } from './terms.ts';

/** A word of the fixed vocabulary for a reader; any other word stays itself. */
export function termInWords(word: string, locale: Locale): string {
  return TERMS[word]?.[locale] ?? word;
}
