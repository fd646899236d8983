import { z } from 'zod';
import { problem } from '../compile/catalogue.ts';
import type { Instant, Locale, Sentence } from '../model/index.ts';
import { DAY } from '../model/index.ts';
import { defineSentences } from '../sentences/define-sentences.ts';
import { fieldInWords } from '../sentences/subject-in-words.ts';
import { parseInstant, parseTimeOfDay, shiftDate } from '../time/index.ts';
import { field, timeOfDay } from './config-fields.ts';
import { defineNode, type NodeStep, type StepContext } from './define-node.ts';
import { NEXT_PORT } from './next-port.ts';

const { texts, say } = defineSentences({
  'wait-until.waiting': { 'zh-CN': '等到 {{until, instant}}', en: 'Waits until {{until, instant}}' },
  'wait-until.reached': { 'zh-CN': '{{until, instant}} 已到', en: '{{until, instant}} has come' },
  'wait-until.past': { 'zh-CN': '到达时 {{until, instant}} 已过', en: '{{until, instant}} was past when the lead came here' },
  'wait-until.unknown': { 'zh-CN': '线索没有日期「{{field}}」', en: 'The lead has no date “{{field}}”' },
});

const config = z
  .object({
    what: field(z.enum(['date', 'attribute']).default('date'), {
      label: { 'zh-CN': '等到', en: 'Until' },
      hint: 'choice',
      options: { date: { 'zh-CN': '固定日期', en: 'A date' }, attribute: { 'zh-CN': '线索的日期字段', en: 'A date of the lead' } },
    }),
    date: field(
      z
        .string()
        .refine((text) => parseInstant(text, 'UTC') !== null, 'document.date')
        .nullable()
        .default(null),
      { label: { 'zh-CN': '日期', en: 'Date' }, hint: 'date', help: { 'zh-CN': '按线索所在时区。', en: 'In the lead’s zone.' } },
    ),
    attribute: field(z.string().trim().nullable().default(null), { label: { 'zh-CN': '日期字段', en: 'Date field' }, hint: 'lead-field' }),
    offsetDays: field(z.int().min(-3650).max(3650).default(0), {
      label: { 'zh-CN': '偏移天数', en: 'Days before or after' },
      hint: 'number',
      help: { 'zh-CN': '-7 表示提前 7 天。', en: '-7 is a week before.' },
    }),
    at: field(timeOfDay.nullable().default(null), { label: { 'zh-CN': '当天几点', en: 'At what time' }, hint: 'time' }),
    whenPast: field(z.enum(['go-on', 'own-port']).default('go-on'), {
      label: { 'zh-CN': '日期已过时', en: 'When it is past' },
      hint: 'choice',
      options: { 'go-on': { 'zh-CN': '直接继续', en: 'Go on at once' }, 'own-port': { 'zh-CN': '走「已过」', en: 'Take “Past”' } },
    }),
  })
  .refine(({ what, date }) => what !== 'date' || date !== null, { path: ['date'], message: 'document.needed' })
  .refine(({ what, attribute }) => what !== 'attribute' || (attribute !== null && attribute !== ''), {
    path: ['attribute'],
    message: 'document.needed',
  });

type Config = z.output<typeof config>;
type Context = StepContext<Config>;

/** Waits until a date, or until a date of the lead, some days before or after. */
export const waitUntil = defineNode({
  kind: 'wait-until',
  version: 1,
  family: 'time',
  icon: 'calendar-time',
  title: { 'zh-CN': '等到日期', en: 'Wait until' },
  help: { 'zh-CN': '等到某个日期，或线索某个日期字段的前后几天。', en: 'Waits until a date, or some days before or after a date of the lead.' },
  config,
  example: { what: 'attribute', attribute: 'renewalDate', offsetDays: -30, at: '09:00' },
  sentences: texts,
  ports: ({ whenPast, what }) => [
    NEXT_PORT,
    ...(whenPast === 'own-port' ? [{ id: 'past', label: { 'zh-CN': '已过', en: 'Past' } }] : []),
    ...(what === 'attribute' ? [{ id: 'unknown', label: { 'zh-CN': '没有日期', en: 'No date' } }] : []),
  ],
  summary: (given, locale) => inWords(given, locale),
  reads: ({ attribute }) => ({ attributes: attribute === null ? [] : [attribute] }),
  enter: (context) => waitOrGo(context, true),
  resume: (context) => waitOrGo(context, false),
  check: ({ what, date, offsetDays }, { node, now, timeZone }) => {
    const at = what === 'date' && date !== null ? shiftDate(date, offsetDays, timeZone) : null;
    return at === null || now === undefined || at > now ? [] : [problem('J504', { date: at }, { node, field: 'config.date' })];
  },
  stays: ({ what }) => ({ next: { min: 0, max: what === 'date' ? 366 * DAY : null } }),
});

/** The date is read again at every look: who corrects it while leads wait, corrects the wait. */
function waitOrGo(context: Context, arriving: boolean): NodeStep {
  const { config: given, now } = context;
  const until = targetOf(context);
  if (until === null) return { go: 'unknown', because: say('wait-until.unknown', { field: given.attribute }) };
  if (now < until) return { wait: { until, events: [] }, because: say('wait-until.waiting', { until }) };
  const isPast = arriving && now > until;
  const because: Sentence = say(isPast ? 'wait-until.past' : 'wait-until.reached', { until });
  return { go: isPast && given.whenPast === 'own-port' ? 'past' : 'next', because };
}

function targetOf({ config: { what, date, attribute, offsetDays, at }, lead, leadZone }: Context): Instant | null {
  const stored = what === 'date' ? date : lead.attributes[attribute ?? ''];
  if (typeof stored !== 'string') return null;
  const time = at === null ? null : parseTimeOfDay(at);
  return time === null ? shiftDate(stored, offsetDays, leadZone) : shiftDate(stored, offsetDays, leadZone, time);
}

function inWords({ what, date, attribute, offsetDays, at }: Config, locale: Locale): string {
  const target = what === 'date' ? (date ?? '') : fieldInWords(attribute ?? '', locale);
  const days = Math.abs(offsetDays);
  const time = at === null ? '' : ` ${at}`;
  if (locale === 'en') {
    const offset = offsetDays === 0 ? '' : `${days} ${days === 1 ? 'day' : 'days'} ${offsetDays < 0 ? 'before' : 'after'} `;
    return `Waits until ${offset}${target}${time}`;
  }
  const offset = offsetDays === 0 ? '' : offsetDays < 0 ? `前 ${days} 天` : `后 ${days} 天`;
  return `等到${target}${offset}${time}`;
}
