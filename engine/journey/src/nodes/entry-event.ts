import { z } from 'zod';
import { DAY } from '../model/index.ts';
import { propertyTestSchema } from '../schema/index.ts';
import { patternInWords } from '../sentences/condition-in-words.ts';
import { defineSentences } from '../sentences/define-sentences.ts';
import { findAwaited } from './await-events.ts';
import { field, nonEmpty } from './config-fields.ts';
import { defineNode } from './define-node.ts';
import { ENTRY_RULES, entryRulesInWords } from './entry-rules.ts';
import { NEXT_PORT } from './next-port.ts';

const { texts, say } = defineSentences({
  'entry-event.entered': { 'zh-CN': '因「{{event, term}}」进入旅程', en: 'Came in by the event “{{event, term}}”' },
});

/** At publish, leads whose event is no older than this count as matching already. */
const ALREADY_WITHIN = 30 * DAY;

/** A lead comes in when it does something. */
export const entryEvent = defineNode({
  kind: 'entry-event',
  version: 1,
  family: 'entry',
  icon: 'bolt',
  title: { 'zh-CN': '事件', en: 'Event' },
  help: {
    'zh-CN': '线索做了某件事（例如询价）时进入旅程；可按事件属性筛选。',
    en: 'A lead comes in when it does something, such as asking for a price; filter by the event’s properties.',
  },
  config: z.object({
    event: field(nonEmpty, { label: { 'zh-CN': '事件', en: 'Event' }, hint: 'event' }),
    where: field(z.array(propertyTestSchema).default([]), { label: { 'zh-CN': '事件属性', en: 'Event properties' }, hint: 'property-tests' }),
    ...ENTRY_RULES,
  }),
  example: { event: 'Price Requested' },
  sentences: texts,
  ports: () => [NEXT_PORT],
  summary: (config, locale) =>
    (locale === 'en' ? `Leads come in by ${patternInWords(config, locale)}` : `线索因${patternInWords(config, locale)}进入旅程`) +
    entryRulesInWords(config, locale),
  reads: ({ event }) => ({ events: [event] }),
  entry: ({ event, where }) => ({ on: 'event', pattern: { event, where } }),
  already: ({ event, where }, snapshot) => findAwaited({ patterns: [{ event, where }], since: snapshot.now - ALREADY_WITHIN }, snapshot) !== null,
  enter: ({ cursor, config }) => ({ go: 'next', because: say('entry-event.entered', { event: cursor.entered.event?.name ?? config.event }) }),
});
