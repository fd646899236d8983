import type { LocalText, Sentence } from '../model/index.ts';

/** Texts by code. A value stands as `{{name}}` or, with a format of `format-value.ts`, as `{{name, format}}`. */
export type SentenceTexts = { readonly [code: string]: LocalText };

type NameIn<Placeholder extends string> = Placeholder extends `${infer Name}, ${string}` ? Name : Placeholder;

/** The names of the values a text needs, read from the text itself. */
export type ParamNames<Text extends string> = Text extends `${string}{{${infer Placeholder}}}${infer Rest}`
  ? NameIn<Placeholder> | ParamNames<Rest>
  : never;

/** The values a sentence needs, so that a forgotten one does not compile. */
export type ParamsOf<Text extends LocalText> = { readonly [Name in ParamNames<Text['en']>]: Sentence['params'][string] };

/** A set of sentences: their texts, and the one way to say one. */
export interface Sentences<Texts extends SentenceTexts> {
  readonly texts: Texts;
  readonly say: <Code extends keyof Texts & string>(code: Code, params: ParamsOf<Texts[Code]>) => Sentence;
}

/** Declares sentences in every language. Codes are stored with leads' trails, so a code once published keeps its meaning. */
export function defineSentences<const Texts extends SentenceTexts>(texts: Texts): Sentences<Texts> {
  return { texts, say: (code, params) => ({ code, params }) };
}

/** The placeholders of a text in the order of their names, for the test that compares languages. */
export function placeholdersOf(text: string): readonly string[] {
  return [...text.matchAll(/\{\{([^}]+)\}\}/g)].map((match) => match[1] ?? '').sort();
}
