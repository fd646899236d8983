import { z } from 'zod';
import { defineSentences } from '../sentences/define-sentences.ts';
import { termInWords } from '../sentences/term-in-words.ts';
import { field, nonEmpty } from './config-fields.ts';
import { defineNode } from './define-node.ts';

const { texts, say } = defineSentences({
  'exit.ended': { 'zh-CN': '旅程结束，结果：{{outcome, term}}', en: 'The journey ends with the outcome “{{outcome, term}}”' },
});

/** The journey ends here, with an outcome that reports count. */
export const exit = defineNode({
  kind: 'exit',
  version: 1,
  family: 'end',
  icon: 'flag',
  title: { 'zh-CN': '结束', en: 'Exit' },
  help: { 'zh-CN': '线索离开旅程，并记下结果供报表统计。', en: 'The lead leaves the journey with an outcome that reports count.' },
  config: z.object({ outcome: field(nonEmpty.default('finished'), { label: { 'zh-CN': '结果', en: 'Outcome' }, hint: 'text' }) }),
  example: { outcome: 'handed over' },
  sentences: texts,
  ports: () => [],
  summary: ({ outcome }, locale) =>
    locale === 'en' ? `Ends the journey as “${termInWords(outcome, locale)}”` : `结束旅程，结果「${termInWords(outcome, locale)}」`,
  enter: ({ config: { outcome } }) => ({ done: outcome, because: say('exit.ended', { outcome }) }),
});
