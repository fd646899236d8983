import { z } from 'zod';
import type { LeadView } from '../model/index.ts';
import { defineSentences } from '../sentences/define-sentences.ts';
import { field, nonEmpty } from './config-fields.ts';
import { defineNode } from './define-node.ts';
import { ENTRY_RULES, entryRulesInWords } from './entry-rules.ts';
import { NEXT_PORT } from './next-port.ts';

const { texts, say } = defineSentences({
  'entry-tag.entered': {
    'zh-CN': '标签「{{tag}}」权重达到 {{weight, number}}，进入旅程',
    en: 'Came in as the tag “{{tag}}” came to a weight of {{weight, number}}',
  },
});

/** A lead comes in when a tag has gained enough weight. */
export const entryTag = defineNode({
  kind: 'entry-tag',
  version: 1,
  family: 'entry',
  icon: 'tags',
  title: { 'zh-CN': '标签达到权重', en: 'Tag weight' },
  help: { 'zh-CN': '线索的某个标签权重升到给定值时进入旅程。', en: 'A lead comes in when one of its tags reaches a weight.' },
  config: z.object({
    tag: field(nonEmpty, { label: { 'zh-CN': '标签', en: 'Tag' }, hint: 'tag' }),
    weight: field(z.number().positive().default(1), { label: { 'zh-CN': '权重', en: 'Weight' }, hint: 'number' }),
    ...ENTRY_RULES,
  }),
  example: { tag: '获客', weight: 1 },
  sentences: texts,
  ports: () => [NEXT_PORT],
  summary: (config, locale) => {
    const { tag, weight } = config;
    const words = locale === 'en' ? `Leads come in when the tag “${tag}” reaches ${weight}` : `标签「${tag}」权重达到 ${weight} 时进入`;
    return words + entryRulesInWords(config, locale);
  },
  entry: ({ tag, weight }) => ({ on: 'tag', detail: { tag, weight } }),
  already: (given, { lead }) => hasWeight(given, lead),
  crosses: (given, before, after) => !hasWeight(given, before) && hasWeight(given, after),
  enter: ({ config: { tag }, lead }) => ({ go: 'next', because: say('entry-tag.entered', { tag, weight: lead.tags[tag] ?? 0 }) }),
});

function hasWeight({ tag, weight }: { readonly tag: string; readonly weight: number }, { tags }: LeadView): boolean {
  return (tags[tag] ?? 0) >= weight;
}
