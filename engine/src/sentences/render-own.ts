import type { Locale, Sentence } from '@tendril/journey/model';
import type { SentenceTexts } from '@tendril/journey/sentences';

/** Writes a sentence of this package's own catalogues, for files and logs; pages translate by themselves. */
export function renderWith(texts: SentenceTexts, { code, params }: Sentence, locale: Locale): string {
  return texts[code]?.[locale].replace(/\{\{([^},]+)\}\}/g, (_whole, name: string) => String(params[name] ?? '–')) ?? code;
}
