import { z } from 'zod';
import { defineSentences } from '../sentences/define-sentences.ts';
import { field } from './config-fields.ts';
import { defineNode } from './define-node.ts';

const { texts, say } = defineSentences({
  'go-to.again': { 'zh-CN': '第 {{round}} 次跳转（最多 {{times}} 次）', en: 'Goes back, round {{round}} of at most {{times}}' },
  'go-to.exhausted': { 'zh-CN': '已跳转 {{times}} 次，不再跳转', en: 'Has gone back {{times}} times; goes on' },
});

/** Jumps to another step, a bounded number of times per lead and run. */
export const goTo = defineNode({
  kind: 'go-to',
  version: 1,
  family: 'logic',
  icon: 'corner-up-left',
  title: { 'zh-CN': '跳转', en: 'Go to' },
  help: { 'zh-CN': '跳回前面的步骤，最多若干次；次数用完走「已用完」。', en: 'Goes to an earlier step, at most so many times; then by “Exhausted”.' },
  config: z.object({
    times: field(z.int().min(1).max(100).default(3), { label: { 'zh-CN': '最多几次', en: 'At most so many times' }, hint: 'number' }),
  }),
  example: { times: 3 },
  sentences: texts,
  ports: () => [
    { id: 'next', label: { 'zh-CN': '跳转到', en: 'Go to' } },
    { id: 'exhausted', label: { 'zh-CN': '已用完', en: 'Exhausted' } },
  ],
  summary: ({ times }, locale) => (locale === 'en' ? `Goes to another step, at most ${times} times` : `跳转，最多 ${times} 次`),
  bound: ({ times }) => ({ port: 'next', times }),
  enter: ({ config: { times }, cursor, node }) => {
    const round = cursor.visits[node] ?? 1;
    if (round > times) return { go: 'exhausted', because: say('go-to.exhausted', { times }) };
    return { go: 'next', because: say('go-to.again', { round, times }) };
  },
});
