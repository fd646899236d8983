import { z } from 'zod';
import type { Locale } from '../model/index.ts';
import { defineSentences } from '../sentences/define-sentences.ts';
import { fieldInWords } from '../sentences/subject-in-words.ts';
import { nextYearly, parseInstant, parseTimeOfDay, shiftDate, wallClockAt } from '../time/index.ts';
import { field, nonEmpty, timeOfDay } from './config-fields.ts';
import { defineNode } from './define-node.ts';
import { ENTRY_RULES, entryRulesInWords } from './entry-rules.ts';
import { NEXT_PORT } from './next-port.ts';

const { texts, say } = defineSentences({
  'entry-date.entered': {
    'zh-CN': '到了「{{field, field}}」（{{date}}）的日子，进入旅程',
    en: 'Came in as its date “{{field, field}}” ({{date}}) came round',
  },
});

const config = z.object({
  attribute: field(nonEmpty, { label: { 'zh-CN': '日期字段', en: 'Date field' }, hint: 'lead-field' }),
  offsetDays: field(z.int().min(-3650).max(3650).default(0), {
    label: { 'zh-CN': '偏移天数', en: 'Days before or after' },
    hint: 'number',
    help: { 'zh-CN': '-30 表示提前 30 天。', en: '-30 is 30 days before.' },
  }),
  at: field(timeOfDay.default('09:00'), { label: { 'zh-CN': '当天几点', en: 'At what time' }, hint: 'time' }),
  repeat: field(z.enum(['once', 'yearly']).default('once'), {
    label: { 'zh-CN': '频率', en: 'How often' },
    hint: 'choice',
    options: { once: { 'zh-CN': '一次', en: 'Once' }, yearly: { 'zh-CN': '每年', en: 'Every year' } },
  }),
  ...ENTRY_RULES,
});

/** A lead comes in some days before or after a date of its own, once or every year. */
export const entryDate = defineNode({
  kind: 'entry-date',
  version: 1,
  family: 'entry',
  icon: 'calendar-event',
  title: { 'zh-CN': '日期字段', en: 'Date of the lead' },
  help: {
    'zh-CN': '在线索某个日期的前后几天进入旅程，一次或每年，例如合同到期前 30 天。',
    en: 'A lead comes in some days before or after one of its dates, once or every year, such as 30 days before renewal.',
  },
  config,
  example: { attribute: 'renewalDate', offsetDays: -30, repeat: 'yearly' },
  sentences: texts,
  ports: () => [NEXT_PORT],
  summary: (given, locale) => inWords(given, locale) + entryRulesInWords(given, locale),
  reads: ({ attribute }) => ({ attributes: [attribute] }),
  entry: ({ attribute, offsetDays, at, repeat }) => ({ on: 'date', detail: { attribute, offsetDays, at, repeat } }),
  due: ({ attribute, offsetDays, at, repeat }, { lead, now, leadZone }) => {
    const stored = lead.attributes[attribute];
    const date = typeof stored === 'string' ? parseInstant(stored, leadZone) : null;
    if (date === null || typeof stored !== 'string') return null;
    const time = parseTimeOfDay(at) ?? 0;
    if (repeat === 'yearly') return nextYearly(wallClockAt(date, leadZone), now + 1, leadZone, { days: offsetDays, time });
    const once = shiftDate(stored, offsetDays, leadZone, time);
    return once !== null && once > now ? once : null;
  },
  enter: ({ config: { attribute }, lead }) => {
    const date = lead.attributes[attribute];
    return { go: 'next', because: say('entry-date.entered', { field: attribute, date: typeof date === 'string' ? date : null }) };
  },
});

function inWords({ attribute, offsetDays, at, repeat }: z.output<typeof config>, locale: Locale): string {
  const days = Math.abs(offsetDays);
  const name = fieldInWords(attribute, locale);
  if (locale === 'en') {
    const offset = offsetDays === 0 ? 'on' : `${days} ${days === 1 ? 'day' : 'days'} ${offsetDays < 0 ? 'before' : 'after'}`;
    return `Leads come in ${offset} their ${name} at ${at}${repeat === 'yearly' ? ', every year' : ''}`;
  }
  const offset = offsetDays === 0 ? '当天' : offsetDays < 0 ? `前 ${days} 天` : `后 ${days} 天`;
  return `${repeat === 'yearly' ? '每年' : ''}在「${name}」${offset} ${at} 进入`;
}
