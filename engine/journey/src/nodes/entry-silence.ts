import { z } from 'zod';
import type { Instant, LeadView } from '../model/index.ts';
import { defineSentences } from '../sentences/define-sentences.ts';
import { formatDuration, parseInstant } from '../time/index.ts';
import { duration, durationOf, field, nonEmpty } from './config-fields.ts';
import { defineNode } from './define-node.ts';
import { ENTRY_RULES, entryRulesInWords } from './entry-rules.ts';
import { NEXT_PORT } from './next-port.ts';

const { texts, say } = defineSentences({
  'entry-silence.entered': { 'zh-CN': '{{for, duration}}没有任何互动，进入旅程', en: 'Came in after {{for, duration}} without any activity' },
});

/** Not an act of the lead's: leaving these out keeps our own mails from counting as its activity. */
const OWN_EVENTS = ['Email Opened', 'Email Bounced', 'WeCom Message Delivered', 'WeCom Message Not Delivered', 'Content Sent', 'Journey Ended'];

/** A lead comes in when it has done nothing for a while: absence is an event too. */
export const entrySilence = defineNode({
  kind: 'entry-silence',
  version: 1,
  family: 'entry',
  icon: 'zzz',
  title: { 'zh-CN': '长期沉默', en: 'Silence' },
  help: { 'zh-CN': '线索一段时间没有任何互动时进入旅程。', en: 'A lead comes in when it has not done anything for a while.' },
  config: z.object({
    for: field(duration.default('30d'), { label: { 'zh-CN': '沉默多久', en: 'Silent for' }, hint: 'duration' }),
    events: field(z.array(nonEmpty).default([]), {
      label: { 'zh-CN': '哪些互动算数', en: 'What counts as activity' },
      hint: 'event',
      help: { 'zh-CN': '留空表示线索自己的任何动作。', en: 'Empty: anything the lead does itself.' },
    }),
    ...ENTRY_RULES,
  }),
  example: { for: '30d' },
  sentences: texts,
  ports: () => [NEXT_PORT],
  summary: (config, locale) => {
    const length = formatDuration(durationOf(config.for), locale);
    const words = locale === 'en' ? `Leads come in after ${length} of silence` : `沉默 ${length} 后进入`;
    return words + entryRulesInWords(config, locale);
  },
  reads: ({ events }) => ({ events: events.length === 0 ? ['*'] : events }),
  entry: ({ for: length, events }) => ({ on: 'silence', detail: { for: length, events, ignored: OWN_EVENTS } }),
  already: (given, { lead, now }) => {
    const last = lastActivity(given, lead, now);
    return last === null || now - last >= durationOf(given.for);
  },
  due: (given, { lead, now }) => {
    const last = lastActivity(given, lead, now);
    const at = last === null ? null : last + durationOf(given.for);
    return at !== null && at > now ? at : null;
  },
  enter: ({ config: { for: length } }) => ({ go: 'next', because: say('entry-silence.entered', { for: durationOf(length) }) }),
});

/** When the lead last did something that counts. If it never did, its silence begins when it was recorded; null if neither is known. */
function lastActivity({ events }: { readonly events: readonly string[] }, lead: LeadView, now: Instant): Instant | null {
  const counts = (name: string) => (events.length === 0 ? !OWN_EVENTS.includes(name) : events.includes(name));
  const times = lead.events.filter(({ name, at }) => counts(name) && at <= now).map(({ at }) => at);
  if (times.length > 0) return Math.max(...times);
  const recorded = lead.attributes['createdAt'];
  return typeof recorded === 'string' ? parseInstant(recorded, 'UTC') : null;
}
