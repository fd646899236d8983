import { LOCALES, type Locale } from '@tendril/journey/model';

const KEY = 'tendril.locale';

/** Narrows any language tag to a language that Tendril speaks; null if it speaks none of it. */
export function toLocale(tag: string | null | undefined): Locale | null {
  if (!tag) return null;
  const exact = LOCALES.find((locale) => locale.toLowerCase() === tag.toLowerCase());
  if (exact) return exact;
  if (/^zh\b/i.test(tag)) return 'zh-CN';
  if (/^en\b/i.test(tag)) return 'en';
  return null;
}

/** The language before anybody has logged in: what was chosen here last, else what the browser asks for, else Chinese. */
export function firstLocale(storage: Pick<Storage, 'getItem'>, languages: readonly string[]): Locale {
  return toLocale(storage.getItem(KEY)) ?? languages.map(toLocale).find((locale) => locale !== null) ?? 'zh-CN';
}

/** Remembers the language for the next visit of this browser. */
export const rememberLocale = (storage: Pick<Storage, 'setItem'>, locale: Locale): void => storage.setItem(KEY, locale);
