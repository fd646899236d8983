import type { Locale, Sentence } from '../model/index.ts';
import type { SentenceTexts } from './define-sentences.ts';
import { FORMATS, type FormatContext, plain } from './format-value.ts';

/**
 * Writes a sentence with the given texts. Total: a code without a text is written as code and values, a missing value
 * as a dash, so that an old trail stays readable whatever has been removed since.
 */
export function renderWith(texts: SentenceTexts, sentence: Sentence, context: FormatContext): string {
  const text = texts[sentence.code]?.[context.locale];
  if (text === undefined) return unknownSentence(sentence);
  return text.replace(/\{\{([^},]+)(?:, ([^}]+))?\}\}/g, (_whole, name: string, format: string | undefined) => {
    const value = sentence.params[name] ?? null;
    const write = format === undefined ? undefined : FORMATS[format];
    return write === undefined ? plain(value) : write(value, context);
  });
}

function unknownSentence({ code, params }: Sentence): string {
  const values = Object.entries(params).map(([name, value]) => `${name}=${plain(value)}`);
  return values.length === 0 ? code : `${code} (${values.join(', ')})`;
}

/** How to render for one reader. */
export interface RenderOptions {
  /** Zone in which instants are written; default UTC. */
  readonly timeZone?: string;
  /** Texts of custom node types, asked before the built-in ones: `nodeTypes.sentences`. */
  readonly texts?: SentenceTexts;
}

/** A renderer over a fixed set of texts. */
export type Render = (sentence: Sentence, locale: Locale, options?: RenderOptions) => string;

/** Makes the renderer of a set of texts. */
export function createRender(texts: SentenceTexts): Render {
  return (sentence, locale, { timeZone = 'UTC', texts: own = {} } = {}) =>
    renderWith(Object.hasOwn(own, sentence.code) ? own : texts, sentence, { locale, timeZone });
}
