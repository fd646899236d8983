/** The languages Tendril speaks. */
export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** The same text in every language. */
export type LocalText = Readonly<Record<Locale, string>>;

/**
 * A sentence that is stored and translated when read: a code and its values. The catalogue of codes is in
 * `sentences.ts` of the machine; a test holds it and the translations to one list.
 */
export interface Sentence {
  readonly code: string;
  readonly params: { readonly [name: string]: string | number | boolean | null };
}
