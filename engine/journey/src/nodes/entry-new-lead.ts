import { z } from 'zod';
import { defineSentences } from '../sentences/define-sentences.ts';
import { defineNode } from './define-node.ts';
import { ENTRY_RULES, entryRulesInWords } from './entry-rules.ts';
import { NEXT_PORT } from './next-port.ts';

const { texts, say } = defineSentences({
  'entry-new-lead.entered': {
    'zh-CN': '作为新线索进入旅程，来源：{{source}}',
    en: 'Came in as a new lead, source: {{source}}',
  },
});

/** A lead that has just been recorded for the first time comes in. */
export const entryNewLead = defineNode({
  kind: 'entry-new-lead',
  version: 1,
  family: 'entry',
  icon: 'user-plus',
  title: { 'zh-CN': '新线索', en: 'New lead' },
  help: {
    'zh-CN': '线索第一次被记录时进入旅程，无论来自导入、表单还是接口。',
    en: 'A lead comes in when it is recorded for the first time, by import, form or API.',
  },
  config: z.object({ ...ENTRY_RULES }),
  example: {},
  sentences: texts,
  ports: () => [NEXT_PORT],
  summary: (config, locale) => (locale === 'en' ? 'New leads come in' : '新线索进入旅程') + entryRulesInWords(config, locale),
  entry: () => ({ on: 'lead-created' }),
  already: () => true,
  enter: ({ lead }) => {
    const source = lead.attributes['source'];
    return { go: 'next', because: say('entry-new-lead.entered', { source: typeof source === 'string' ? source : null }) };
  },
});
