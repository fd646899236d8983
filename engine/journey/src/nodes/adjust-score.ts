import { z } from 'zod';
import { defineSentences } from '../sentences/define-sentences.ts';
import { termInWords } from '../sentences/term-in-words.ts';
import { field } from './config-fields.ts';
import { defineNode } from './define-node.ts';
import { NEXT_PORT } from './next-port.ts';

const { texts, say } = defineSentences({
  'adjust-score.adjusted': { 'zh-CN': '{{dimension, term}} {{points, signed}} 分', en: '{{points, signed}} points of {{dimension, term}}' },
});

const DIMENSIONS = ['fit', 'interest', 'behaviour', 'stage'] as const;

/** Gives points to one dimension of the score, or takes them. */
export const adjustScore = defineNode({
  kind: 'adjust-score',
  version: 1,
  family: 'act',
  icon: 'plus-minus',
  title: { 'zh-CN': '调整评分', en: 'Adjust score' },
  help: {
    'zh-CN': '给某个评分维度加分或扣分；评分明细里会写明来自本旅程。',
    en: 'Adds points to a dimension of the score or takes them; the score’s make-up names this journey.',
  },
  config: z.object({
    dimension: field(z.enum(DIMENSIONS).default('behaviour'), {
      label: { 'zh-CN': '维度', en: 'Dimension' },
      hint: 'choice',
      options: {
        fit: { 'zh-CN': '匹配度', en: 'Fit' },
        interest: { 'zh-CN': '兴趣', en: 'Interest' },
        behaviour: { 'zh-CN': '行为', en: 'Behaviour' },
        stage: { 'zh-CN': '购买阶段', en: 'Buying stage' },
      },
    }),
    points: field(z.number().min(-1000).max(1000), { label: { 'zh-CN': '分数', en: 'Points' }, hint: 'number' }),
  }),
  example: { dimension: 'behaviour', points: 30 },
  sentences: texts,
  ports: () => [NEXT_PORT],
  summary: ({ dimension, points }, locale) => {
    const signed = points > 0 ? `+${points}` : String(points);
    return locale === 'en' ? `${signed} points of ${termInWords(dimension, locale)}` : `${termInWords(dimension, locale)} ${signed} 分`;
  },
  writes: ({ dimension }) => [`score:${dimension}`],
  enter: ({ config: { dimension, points } }) => ({
    go: 'next',
    because: say('adjust-score.adjusted', { dimension, points }),
    effects: [{ type: 'adjust-score', dimension, points }],
  }),
});
