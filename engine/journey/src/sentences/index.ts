/** What Tendril says: sentences by code, rendered in the reader's language. */
import { problemTexts } from '../compile/catalogue.ts';
import { diffTexts } from '../compile/diff.ts';
import { machineTexts } from '../machine/sentences.ts';
import { builtInNodeTypes } from '../nodes/built-in.ts';
import { entryRuleSentences } from '../nodes/entry-rules.ts';
import { sendSentences } from '../nodes/may-send.ts';
import { documentProblems } from '../schema/document-problems.ts';
import { sendingTexts } from '../sending/sentences.ts';
import { simulatorTexts } from '../simulator/sentences.ts';
import type { SentenceTexts } from './define-sentences.ts';
import { createRender } from './render.ts';

export { conditionInWords, patternInWords } from './condition-in-words.ts';
export { defineSentences, placeholdersOf, type Sentences, type SentenceTexts } from './define-sentences.ts';
export { FORMATS, instantInWords } from './format-value.ts';
export type { Render, RenderOptions } from './render.ts';
export { fieldInWords } from './subject-in-words.ts';
export { poolInWords, termInWords } from './term-in-words.ts';

/** Every sentence that the journey package can say, by code. */
export const SENTENCES: SentenceTexts = {
  ...machineTexts,
  ...simulatorTexts,
  ...sendingTexts,
  ...entryRuleSentences,
  ...sendSentences,
  ...builtInNodeTypes.sentences,
  ...problemTexts,
  ...diffTexts,
  ...documentProblems.texts,
};

/** Writes a stored sentence in the reader's language. Total: an unknown code is written as code and values. */
export const render = createRender(SENTENCES);
