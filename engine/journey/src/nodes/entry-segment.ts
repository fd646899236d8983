import { z } from 'zod';
import { defineSentences } from '../sentences/define-sentences.ts';
import { field, nonEmpty } from './config-fields.ts';
import { defineNode } from './define-node.ts';
import { ENTRY_RULES, entryRulesInWords } from './entry-rules.ts';
import { NEXT_PORT } from './next-port.ts';

const { texts, say } = defineSentences({
  'entry-segment.enters': { 'zh-CN': '进入人群「{{segment}}」，因而进入旅程', en: 'Came in by getting into the segment “{{segment}}”' },
  'entry-segment.leaves': { 'zh-CN': '离开人群「{{segment}}」，因而进入旅程', en: 'Came in by leaving the segment “{{segment}}”' },
});

/** A lead comes in when it gets into a segment, or leaves one. */
export const entrySegment = defineNode({
  kind: 'entry-segment',
  version: 1,
  family: 'entry',
  icon: 'users-group',
  title: { 'zh-CN': '人群变化', en: 'Segment' },
  help: { 'zh-CN': '线索进入或离开某个人群时进入旅程。', en: 'A lead comes in when it gets into a segment or leaves it.' },
  config: z.object({
    segment: field(nonEmpty, { label: { 'zh-CN': '人群', en: 'Segment' }, hint: 'segment' }),
    when: field(z.enum(['enters', 'leaves']).default('enters'), {
      label: { 'zh-CN': '何时', en: 'When' },
      hint: 'choice',
      options: { enters: { 'zh-CN': '进入人群时', en: 'It gets in' }, leaves: { 'zh-CN': '离开人群时', en: 'It leaves' } },
    }),
    ...ENTRY_RULES,
  }),
  example: { segment: 'target-accounts' },
  sentences: texts,
  ports: () => [NEXT_PORT],
  summary: (config, locale) => {
    const { segment, when } = config;
    const words =
      locale === 'en'
        ? `Leads come in when they ${when === 'enters' ? 'get into' : 'leave'} the segment “${segment}”`
        : `线索${when === 'enters' ? '进入' : '离开'}人群「${segment}」时进入旅程`;
    return words + entryRulesInWords(config, locale);
  },
  entry: ({ segment, when }) => ({ on: 'segment', detail: { segment, when } }),
  enter: ({ config: { segment, when } }) => ({ go: 'next', because: say(`entry-segment.${when}`, { segment }) }),
});
