import { z } from 'zod';
import { jsonValueSchema } from '../schema/index.ts';
import { defineSentences } from '../sentences/define-sentences.ts';
import { termInWords } from '../sentences/term-in-words.ts';
import { field, nonEmpty } from './config-fields.ts';
import { defineNode } from './define-node.ts';
import { NEXT_PORT } from './next-port.ts';

const { texts, say } = defineSentences({
  'emit-event.emitted': { 'zh-CN': '记录事件「{{event, term}}」', en: 'Records the event “{{event, term}}”' },
});

/** Records an event of the lead, which scores, waits and entries see like any other. */
export const emitEvent = defineNode({
  kind: 'emit-event',
  version: 1,
  family: 'act',
  icon: 'broadcast',
  title: { 'zh-CN': '记录事件', en: 'Emit event' },
  help: {
    'zh-CN': '为线索记录一个事件；评分、等待与其他旅程的入口都会看到它。',
    en: 'Records an event of the lead; scoring, waits and other journeys’ entries see it.',
  },
  config: z.object({
    event: field(nonEmpty, { label: { 'zh-CN': '事件', en: 'Event' }, hint: 'event' }),
    properties: field(z.record(z.string(), jsonValueSchema).default({}), { label: { 'zh-CN': '属性', en: 'Properties' }, hint: 'properties' }),
  }),
  example: { event: 'Nurture Finished', properties: { round: 1 } },
  sentences: texts,
  ports: () => [NEXT_PORT],
  summary: ({ event }, locale) =>
    locale === 'en' ? `Records the event “${termInWords(event, locale)}”` : `记录事件「${termInWords(event, locale)}」`,
  enter: ({ config: { event, properties } }) => ({
    go: 'next',
    because: say('emit-event.emitted', { event }),
    effects: [{ type: 'emit-event', name: event, properties }],
  }),
});
