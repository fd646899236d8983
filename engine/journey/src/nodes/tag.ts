import { z } from 'zod';
import { defineSentences } from '../sentences/define-sentences.ts';
import { field, nonEmpty } from './config-fields.ts';
import { defineNode } from './define-node.ts';
import { NEXT_PORT } from './next-port.ts';

const { texts, say } = defineSentences({
  'tag.added': { 'zh-CN': '标签「{{tag}}」权重 +{{weight, number}}', en: 'The tag “{{tag}}” gains {{weight, number}}' },
  'tag.weakened': { 'zh-CN': '标签「{{tag}}」权重减为 {{share, percent}}', en: 'The tag “{{tag}}” is weakened to {{share, percent}}' },
});

/** Adds weight to a tag, or takes some away. */
export const tag = defineNode({
  kind: 'tag',
  version: 1,
  family: 'act',
  icon: 'tag',
  title: { 'zh-CN': '打标签', en: 'Tag' },
  help: { 'zh-CN': '给线索加标签（增加权重），或减弱已有标签。', en: 'Adds a tag (or weight to it), or weakens one.' },
  config: z.object({
    tag: field(nonEmpty, { label: { 'zh-CN': '标签', en: 'Tag' }, hint: 'tag' }),
    action: field(z.enum(['add', 'weaken']).default('add'), {
      label: { 'zh-CN': '做什么', en: 'What to do' },
      hint: 'choice',
      options: { add: { 'zh-CN': '加权重', en: 'Add weight' }, weaken: { 'zh-CN': '减弱', en: 'Weaken' } },
    }),
    weight: field(z.number().positive().max(1000).default(1), { label: { 'zh-CN': '增加的权重', en: 'Weight to add' }, hint: 'number' }),
    share: field(z.number().min(0).max(1).default(0.5), {
      label: { 'zh-CN': '保留比例', en: 'Share that stays' },
      hint: 'number',
      help: { 'zh-CN': '0.5 表示减半，0 表示清除。', en: '0.5 halves it, 0 removes it.' },
    }),
  }),
  example: { tag: '内容营销', weight: 1 },
  sentences: texts,
  ports: () => [NEXT_PORT],
  summary: ({ tag: name, action, weight, share }, locale) => {
    const percent = `${Math.round(share * 100)}%`;
    if (locale === 'en') return action === 'add' ? `Adds ${weight} to the tag “${name}”` : `Weakens the tag “${name}” to ${percent}`;
    return action === 'add' ? `标签「${name}」权重 +${weight}` : `标签「${name}」减弱到 ${percent}`;
  },
  writes: ({ tag: name }) => [`tag:${name}`],
  enter: ({ config: { tag: name, action, weight, share } }) =>
    action === 'add'
      ? { go: 'next', because: say('tag.added', { tag: name, weight }), effects: [{ type: 'add-tag', tag: name, weight }] }
      : { go: 'next', because: say('tag.weakened', { tag: name, share }), effects: [{ type: 'weaken-tag', tag: name, factor: share }] },
});
