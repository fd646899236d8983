import { z } from 'zod';
import { explain } from '../conditions/index.ts';
import { conditionSchema } from '../schema/index.ts';
import { conditionInWords } from '../sentences/condition-in-words.ts';
import { defineSentences } from '../sentences/define-sentences.ts';
import { field, portName } from './config-fields.ts';
import { decidingLeaf } from './deciding-leaf.ts';
import { defineNode } from './define-node.ts';
import { readsOf } from './reads-of.ts';

const { texts, say } = defineSentences({
  'branch.taken': { 'zh-CN': '走「{{branch}}」：{{subject, subject}} 为 {{seen}}', en: 'Takes “{{branch}}”: {{subject, subject}} is {{seen}}' },
  'branch.else': { 'zh-CN': '不符合任何分支，走「其余」', en: 'Fits no branch; takes “Else”' },
});

/** Several ways on, in order; the first whose condition holds is taken. */
export const branch = defineNode({
  kind: 'branch',
  version: 1,
  family: 'logic',
  icon: 'arrows-split',
  title: { 'zh-CN': '多路分支', en: 'Branch' },
  help: {
    'zh-CN': '从上到下判断，走第一个成立的分支；都不成立（或未知）走「其余」。',
    en: 'Looks from the top and takes the first branch that holds; if none holds or it cannot be known, takes “Else”.',
  },
  config: z
    .object({
      branches: field(z.array(z.strictObject({ id: portName, label: z.string().default(''), condition: conditionSchema })).min(1), {
        label: { 'zh-CN': '分支（从上到下）', en: 'Branches, from the top' },
        hint: 'branches',
      }),
    })
    .refine(({ branches }) => new Set(['else', ...branches.map(({ id }) => id)]).size === branches.length + 1, {
      path: ['branches'],
      message: 'document.names-twice',
    }),
  example: {
    branches: [
      { id: 'software', label: '软件业', condition: { test: { of: 'attribute', field: 'industry' }, operator: 'is', value: '软件' } },
      { id: 'medical', label: '医疗业', condition: { test: { of: 'attribute', field: 'industry' }, operator: 'in', value: ['医疗器械', '医药'] } },
    ],
  },
  sentences: texts,
  ports: ({ branches }) => [
    ...branches.map(({ id, label }) => ({ id, label: { 'zh-CN': label || id, en: label || id } })),
    { id: 'else', label: { 'zh-CN': '其余', en: 'Else' } },
  ],
  summary: ({ branches }, locale) => {
    const parts = branches.map(
      ({ id, label, condition }) => `${label || id}${locale === 'en' ? ' if ' : '：'}${conditionInWords(condition, locale)}`,
    );
    return locale === 'en' ? `Takes ${parts.join('; ')}; else the rest` : `${parts.join('；')}；其余`;
  },
  reads: ({ branches }) => readsOf({ any: branches.map(({ condition }) => condition) }),
  branches: ({ branches }) => branches.map(({ id, condition }) => ({ port: id, condition })),
  enter: ({ config: { branches }, lead, now, timeZone, cursor }) => {
    for (const { id, label, condition } of branches) {
      const explanation = explain(condition, lead, now, { outcomes: cursor.outcomes, timeZone });
      if (explanation.truth === true) return { go: id, because: say('branch.taken', { branch: label || id, ...decidingLeaf(explanation) }) };
    }
    return { go: 'else', because: say('branch.else', {}) };
  },
});
