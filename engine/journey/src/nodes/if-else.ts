import { z } from 'zod';
import { explain } from '../conditions/index.ts';
import { conditionSchema } from '../schema/index.ts';
import { conditionInWords } from '../sentences/condition-in-words.ts';
import { defineSentences } from '../sentences/define-sentences.ts';
import { field } from './config-fields.ts';
import { decidingLeaf } from './deciding-leaf.ts';
import { defineNode } from './define-node.ts';
import { readsOf } from './reads-of.ts';

const { texts, say } = defineSentences({
  'if-else.yes': { 'zh-CN': '条件成立：{{subject, subject}} 为 {{seen}}', en: 'The condition holds: {{subject, subject}} is {{seen}}' },
  'if-else.no': { 'zh-CN': '条件不成立：{{subject, subject}} 为 {{seen}}', en: 'The condition does not hold: {{subject, subject}} is {{seen}}' },
  'if-else.unknown': { 'zh-CN': '条件无法判断：{{subject, subject}} 未知', en: 'The condition cannot be decided: {{subject, subject}} is unknown' },
});

/** Two ways on, by a condition on the lead. */
export const ifElse = defineNode({
  kind: 'if-else',
  version: 1,
  family: 'logic',
  icon: 'arrows-split-2',
  title: { 'zh-CN': '条件判断', en: 'If / else' },
  help: {
    'zh-CN': '按条件分成两路。信息未知与条件不成立不同，可单独成路。',
    en: 'Two ways by a condition. Not knowing is not the same as no, and can have a way of its own.',
  },
  config: z.object({
    condition: field(conditionSchema, { label: { 'zh-CN': '条件', en: 'Condition' }, hint: 'condition' }),
    unknown: field(z.enum(['no', 'own-port']).default('no'), {
      label: { 'zh-CN': '信息未知时', en: 'When it cannot be known' },
      hint: 'choice',
      options: { no: { 'zh-CN': '走「否」', en: 'Take “No”' }, 'own-port': { 'zh-CN': '走单独出口', en: 'Take a way of its own' } },
    }),
  }),
  example: { condition: { test: { of: 'attribute', field: 'industry' }, operator: 'is', value: '软件' } },
  sentences: texts,
  ports: ({ unknown }) => [
    { id: 'yes', label: { 'zh-CN': '是', en: 'Yes' } },
    { id: 'no', label: { 'zh-CN': '否', en: 'No' } },
    ...(unknown === 'own-port' ? [{ id: 'unknown', label: { 'zh-CN': '未知', en: 'Unknown' } }] : []),
  ],
  summary: (config, locale) =>
    locale === 'en' ? `If ${conditionInWords(config.condition, locale)}` : `如果${conditionInWords(config.condition, locale)}`,
  reads: (config) => readsOf(config.condition),
  branches: (config) => [{ port: 'yes', condition: config.condition }],
  enter: ({ config, lead, now, timeZone, cursor }) => {
    const explanation = explain(config.condition, lead, now, { outcomes: cursor.outcomes, timeZone });
    const { subject, seen } = decidingLeaf(explanation);
    if (explanation.truth === true) return { go: 'yes', because: say('if-else.yes', { subject, seen }) };
    if (explanation.truth === false) return { go: 'no', because: say('if-else.no', { subject, seen }) };
    return { go: config.unknown === 'own-port' ? 'unknown' : 'no', because: say('if-else.unknown', { subject }) };
  },
});
