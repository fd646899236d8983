import { z } from 'zod';
import type { Instant, Locale, Millis, Sentence } from '../model/index.ts';
import { DAY, HOUR } from '../model/index.ts';
import { defineSentences } from '../sentences/define-sentences.ts';
import { addCalendarDays, addWorkdays, type DayCalendar, formatDuration, parseTimeOfDay } from '../time/index.ts';
import { duration, durationOf, field, timeOfDay } from './config-fields.ts';
import { defineNode, type NodeStep, type StepContext } from './define-node.ts';
import { NEXT_PORT } from './next-port.ts';

const { texts, say } = defineSentences({
  'wait.waiting': { 'zh-CN': '等待 {{for, duration}}，直到 {{until, instant}}', en: 'Waits {{for, duration}}, until {{until, instant}}' },
  'wait.over': { 'zh-CN': '已等待 {{for, duration}}', en: 'Has waited {{for, duration}}' },
  'wait.waiting-days': {
    'zh-CN': '等待 {{days}} 个{{counting, term}}，直到 {{until, instant}}',
    en: 'Waits {{days}} {{counting, term}}, until {{until, instant}}',
  },
  'wait.over-days': { 'zh-CN': '已等待 {{days}} 个{{counting, term}}', en: 'Has waited {{days}} {{counting, term}}' },
});

/** How days are counted: as 24 hours each, by the calendar on the wall, or workdays only. */
const COUNTING = ['elapsed', 'calendar-days', 'workdays', 'china-workdays'] as const;
type Counting = (typeof COUNTING)[number];

const WORKDAYS: Readonly<Record<'workdays' | 'china-workdays', DayCalendar>> = { workdays: 'monday-friday', 'china-workdays': 'china' };

const config = z
  .object({
    for: field(duration.default('1d'), { label: { 'zh-CN': '等待时长', en: 'How long' }, hint: 'duration' }),
    counting: field(z.enum(COUNTING).default('elapsed'), {
      label: { 'zh-CN': '如何计算天数', en: 'How days are counted' },
      hint: 'choice',
      options: {
        elapsed: { 'zh-CN': '每天 24 小时', en: 'As 24 hours each' },
        'calendar-days': { 'zh-CN': '自然日（按线索所在时区）', en: 'By the calendar, in the lead’s zone' },
        workdays: { 'zh-CN': '工作日（周一至周五）', en: 'Workdays, Monday to Friday' },
        'china-workdays': { 'zh-CN': '中国工作日（含调休）', en: 'Workdays in China, with its holidays' },
      },
    }),
    at: field(timeOfDay.nullable().default(null), {
      label: { 'zh-CN': '当天几点继续', en: 'At what time of that day' },
      hint: 'time',
      help: {
        'zh-CN': '仅用于自然日与工作日；留空表示与到达时相同的时刻。',
        en: 'For calendar days and workdays; empty: the time at which the lead came here.',
      },
    }),
  })
  .refine(({ for: length, counting }) => counting === 'elapsed' || durationOf(length) % DAY === 0, { path: ['for'], message: 'document.whole-days' });

type Config = z.output<typeof config>;

/** Waits a length of time. A day may be 24 hours, a day of the calendar or a workday. */
export const wait = defineNode({
  kind: 'wait',
  version: 1,
  family: 'time',
  icon: 'clock',
  title: { 'zh-CN': '等待', en: 'Wait' },
  help: { 'zh-CN': '等待一段时间后继续，可按自然日或工作日计算。', en: 'Goes on after a length of time; days may be calendar days or workdays.' },
  config,
  example: { for: '3d' },
  sentences: texts,
  ports: () => [NEXT_PORT],
  summary: (given, locale) => inWords(given, locale),
  enter: waitOrGo,
  resume: waitOrGo,
  stays: (given) => ({ next: stay(given) }),
});

function waitOrGo({ config: given, cursor, now, leadZone }: StepContext<Config>): NodeStep {
  const until = endOf(given, cursor.arrivedAt, leadZone);
  const { waiting, over } = sentencesFor(given, until);
  return now >= until ? { go: 'next', because: over } : { wait: { until, events: [] }, because: waiting };
}

/** Counted from the arrival in the zone the lead has now: who moves house is not woken at night. */
function endOf({ for: length, counting, at }: Config, from: Instant, zone: string): Instant {
  const ms = durationOf(length);
  const days = Math.round(ms / DAY);
  const time = at === null ? null : parseTimeOfDay(at);
  switch (counting) {
    case 'elapsed':
      return from + ms;
    case 'calendar-days':
      return time === null ? addCalendarDays(from, days, zone) : addCalendarDays(from, days, zone, time);
    case 'workdays':
    case 'china-workdays': {
      const day = addWorkdays(from, days, WORKDAYS[counting], zone);
      return time === null ? day : addCalendarDays(day, 0, zone, time);
    }
  }
}

function sentencesFor({ for: length, counting }: Config, until: Instant): { readonly waiting: Sentence; readonly over: Sentence } {
  const ms = durationOf(length);
  if (counting === 'elapsed') return { waiting: say('wait.waiting', { for: ms, until }), over: say('wait.over', { for: ms }) };
  const days = Math.round(ms / DAY);
  return { waiting: say('wait.waiting-days', { days, counting, until }), over: say('wait.over-days', { days, counting }) };
}

/** Calendar days may be up to a day shorter or longer than 24 hours each; a week has at least 5 workdays, bar long holidays. */
function stay({ for: length, counting }: Config): { readonly min: Millis; readonly max: Millis } {
  const ms = durationOf(length);
  const atLeast = Math.max(HOUR, ms - DAY);
  const atMost: Readonly<Record<Counting, Millis>> = {
    elapsed: ms,
    'calendar-days': ms + DAY,
    workdays: Math.ceil(ms / 5) * 7 + 3 * DAY,
    'china-workdays': Math.ceil(ms / 5) * 7 + 11 * DAY,
  };
  return { min: counting === 'elapsed' ? ms : atLeast, max: atMost[counting] };
}

function inWords({ for: length, counting, at }: Config, locale: Locale): string {
  const ms = durationOf(length);
  const time = at === null ? '' : locale === 'en' ? `, then until ${at}` : `，到当天 ${at}`;
  if (counting === 'elapsed') return locale === 'en' ? `Waits ${formatDuration(ms, locale)}` : `等待 ${formatDuration(ms, locale)}`;
  const days = Math.round(ms / DAY);
  const [zh, en] = {
    'calendar-days': ['自然日', 'calendar days'],
    workdays: ['工作日', 'workdays'],
    'china-workdays': ['中国工作日', 'workdays in China'],
  }[counting];
  return locale === 'en' ? `Waits ${days} ${en}${time}` : `等待 ${days} 个${zh}${time}`;
}
