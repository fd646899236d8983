import { z } from 'zod';
import { defineSentences } from '../sentences/define-sentences.ts';
import { defineNode } from './define-node.ts';
import { ENTRY_RULES, entryRulesInWords } from './entry-rules.ts';
import { NEXT_PORT } from './next-port.ts';

const { texts, say } = defineSentences({
  'entry-manual.entered': { 'zh-CN': '由人员或接口加入旅程', en: 'Was added by a person or through the API' },
});

/** People or other systems add leads by hand, by list or through the API. */
export const entryManual = defineNode({
  kind: 'entry-manual',
  version: 1,
  family: 'entry',
  icon: 'hand-click',
  title: { 'zh-CN': '手动加入', en: 'Added by hand' },
  help: {
    'zh-CN': '由人员逐个或批量加入，或由其他系统通过接口加入。',
    en: 'People add leads one by one or as a list, or another system does so through the API.',
  },
  config: z.object({ ...ENTRY_RULES }),
  example: {},
  sentences: texts,
  ports: () => [NEXT_PORT],
  summary: (config, locale) =>
    (locale === 'en' ? 'Leads are added by hand or through the API' : '手动或通过接口加入线索') + entryRulesInWords(config, locale),
  entry: () => ({ on: 'manual' }),
  already: () => false,
  enter: () => ({ go: 'next', because: say('entry-manual.entered', {}) }),
});
