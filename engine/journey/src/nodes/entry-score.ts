import { z } from 'zod';
import type { LeadView, Locale } from '../model/index.ts';
import { defineSentences } from '../sentences/define-sentences.ts';
import { termInWords } from '../sentences/term-in-words.ts';
import { field } from './config-fields.ts';
import { defineNode } from './define-node.ts';
import { ENTRY_RULES, entryRulesInWords } from './entry-rules.ts';
import { GRADES } from './grades.ts';
import { NEXT_PORT } from './next-port.ts';

const { texts, say } = defineSentences({
  'entry-score.score': {
    'zh-CN': '{{dimension, term}}达到 {{value, number}}，进入旅程',
    en: 'Came in as its {{dimension, term}} came to {{value, number}}',
  },
  'entry-score.grade': { 'zh-CN': '等级变为 {{grade}}，进入旅程', en: 'Came in as its grade became {{grade}}' },
});

const config = z
  .object({
    watch: field(z.enum(['total', 'fit', 'interest', 'behaviour', 'stage', 'grade']).default('total'), {
      label: { 'zh-CN': '看什么', en: 'Watch' },
      hint: 'choice',
      options: {
        total: { 'zh-CN': '总分', en: 'Total score' },
        fit: { 'zh-CN': '匹配度', en: 'Fit' },
        interest: { 'zh-CN': '兴趣', en: 'Interest' },
        behaviour: { 'zh-CN': '行为', en: 'Behaviour' },
        stage: { 'zh-CN': '购买阶段', en: 'Buying stage' },
        grade: { 'zh-CN': '等级', en: 'Grade' },
      },
    }),
    direction: field(z.enum(['rises-to', 'falls-below']).default('rises-to'), {
      label: { 'zh-CN': '方向', en: 'Direction' },
      hint: 'choice',
      options: { 'rises-to': { 'zh-CN': '升到', en: 'Rises to' }, 'falls-below': { 'zh-CN': '跌破', en: 'Falls below' } },
    }),
    value: field(z.number().default(80), { label: { 'zh-CN': '分数线', en: 'Line' }, hint: 'number' }),
    grades: field(z.array(z.enum(GRADES)).default([]), { label: { 'zh-CN': '变为这些等级之一', en: 'Becomes one of these grades' }, hint: 'grades' }),
    ...ENTRY_RULES,
  })
  .refine(({ watch, grades }) => watch !== 'grade' || grades.length > 0, { path: ['grades'], message: 'document.needed' });

type Config = z.output<typeof config>;

/** A lead comes in when its score crosses a line or it gets a certain grade. */
export const entryScore = defineNode({
  kind: 'entry-score',
  version: 1,
  family: 'entry',
  icon: 'chart-line',
  title: { 'zh-CN': '评分变化', en: 'Score or grade' },
  help: { 'zh-CN': '评分越过某条线，或等级变为某一级时进入旅程。', en: 'A lead comes in when its score crosses a line, or it gets a certain grade.' },
  config,
  example: { watch: 'total', direction: 'rises-to', value: 80 },
  sentences: texts,
  ports: () => [NEXT_PORT],
  summary: (given, locale) => inWords(given, locale) + entryRulesInWords(given, locale),
  entry: ({ watch, direction, value, grades }) => ({ on: 'score', detail: { watch, direction, value, grades } }),
  already: (given, { lead }) => isAcross(given, lead),
  crosses: (given, before, after) => !isAcross(given, before) && isAcross(given, after),
  enter: ({ config: { watch }, lead }) => {
    const because =
      watch === 'grade' ? say('entry-score.grade', { grade: lead.grade }) : say('entry-score.score', { dimension: watch, value: lead.score[watch] });
    return { go: 'next', because };
  },
});

function isAcross({ watch, direction, value, grades }: Config, lead: LeadView): boolean {
  if (watch === 'grade') return grades.some((grade) => grade === lead.grade);
  return direction === 'rises-to' ? lead.score[watch] >= value : lead.score[watch] < value;
}

function inWords({ watch, direction, value, grades }: Config, locale: Locale): string {
  if (watch === 'grade')
    return locale === 'en' ? `Leads come in when their grade becomes ${grades.join(', ')}` : `等级变为 ${grades.join('、')} 时进入`;
  const name = termInWords(watch, locale);
  if (locale === 'en') return `Leads come in when their ${name} ${direction === 'rises-to' ? 'rises to' : 'falls below'} ${value}`;
  return `${name}${direction === 'rises-to' ? '升到' : '跌破'} ${value} 时进入`;
}
