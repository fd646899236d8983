import { z } from 'zod';
import { defineSentences } from '../sentences/define-sentences.ts';
import { poolInWords } from '../sentences/term-in-words.ts';
import { field, nonEmpty } from './config-fields.ts';
import { defineNode } from './define-node.ts';
import { NEXT_PORT } from './next-port.ts';

const { texts, say } = defineSentences({
  'move-to-pool.moved': { 'zh-CN': '从{{from, pool}}移入{{pool, pool}}', en: 'Moved from {{from, pool}} to {{pool, pool}}' },
  'move-to-pool.already': { 'zh-CN': '已在{{pool, pool}}中', en: 'Is in {{pool, pool}} already' },
});

/** Puts the lead into another pool. */
export const moveToPool = defineNode({
  kind: 'move-to-pool',
  version: 1,
  family: 'act',
  icon: 'arrows-transfer-down',
  title: { 'zh-CN': '移入线索池', en: 'Move to pool' },
  help: { 'zh-CN': '把线索放入另一个线索池，例如沉默池。', en: 'Puts the lead into another pool, such as the silent one.' },
  config: z.object({ pool: field(nonEmpty, { label: { 'zh-CN': '线索池', en: 'Pool' }, hint: 'pool' }) }),
  example: { pool: 'silent' },
  sentences: texts,
  ports: () => [NEXT_PORT],
  summary: ({ pool }, locale) => (locale === 'en' ? `Moves the lead to the ${poolInWords(pool, locale)}` : `把线索移入${poolInWords(pool, locale)}`),
  writes: () => ['pool'],
  enter: ({ config: { pool }, lead }) =>
    lead.pool === pool
      ? { go: 'next', because: say('move-to-pool.already', { pool }) }
      : { go: 'next', because: say('move-to-pool.moved', { from: lead.pool, pool }), effects: [{ type: 'move-to-pool', pool }] },
});
