import { z } from 'zod';
import { problem } from '../compile/catalogue.ts';
import type { Locale } from '../model/index.ts';
import { DAY } from '../model/index.ts';
import { defineSentences } from '../sentences/define-sentences.ts';
import { DAY_CALENDARS, nextInWindow, parseTimeOfDay, type TimeWindow } from '../time/index.ts';
import { field, timeOfDay } from './config-fields.ts';
import { defineNode, type NodeStep, type StepContext } from './define-node.ts';
import { NEXT_PORT } from './next-port.ts';

const { texts, say } = defineSentences({
  'wait-for-window.waiting': {
    'zh-CN': '不在时间窗内，等到 {{until, instant}}（{{zone}}）',
    en: 'Outside the window; waits until {{until, instant}} ({{zone}})',
  },
  'wait-for-window.open': { 'zh-CN': '在时间窗内（{{zone}}）', en: 'Inside the window ({{zone}})' },
  'wait-for-window.never': { 'zh-CN': '时间窗永远不会打开，直接继续', en: 'The window never opens; goes on' },
});

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const NAMES: Readonly<Record<Locale, readonly string[]>> = {
  'zh-CN': ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};

const config = z.object({
  weekdays: field(
    z
      .array(z.int().min(1).max(7))
      .min(1)
      .default([...WEEKDAYS]),
    { label: { 'zh-CN': '星期', en: 'Weekdays' }, hint: 'weekdays' },
  ),
  calendar: field(z.enum(DAY_CALENDARS).default('every-day'), {
    label: { 'zh-CN': '日历', en: 'Calendar' },
    hint: 'choice',
    options: {
      'every-day': { 'zh-CN': '每天', en: 'Every day' },
      'monday-friday': { 'zh-CN': '周一至周五', en: 'Monday to Friday' },
      china: { 'zh-CN': '中国工作日（含调休）', en: 'Workdays in China, with its holidays' },
    },
  }),
  from: field(timeOfDay.default('09:00'), { label: { 'zh-CN': '从', en: 'From' }, hint: 'time' }),
  to: field(timeOfDay.default('18:00'), { label: { 'zh-CN': '到', en: 'To' }, hint: 'time' }),
});

type Config = z.output<typeof config>;

/** Waits until it is a good time of the week for the lead. */
export const waitForWindow = defineNode({
  kind: 'wait-for-window',
  version: 1,
  family: 'time',
  icon: 'calendar-clock',
  title: { 'zh-CN': '等到时间窗', en: 'Wait for window' },
  help: {
    'zh-CN': '只在线索所在时区的某些日子与时段继续，例如工作日 9 点到 18 点。',
    en: 'Goes on only on certain days and hours in the lead’s zone, such as workdays from 9 to 18.',
  },
  config,
  example: { calendar: 'china', from: '09:30', to: '17:30' },
  sentences: texts,
  ports: () => [NEXT_PORT],
  summary: (given, locale) => inWords(given, locale),
  enter: waitOrGo,
  resume: waitOrGo,
  check: (given, { node, now = 0, timeZone }) =>
    nextInWindow(windowOf(given), now, timeZone) === null ? [problem('J510', {}, { node, field: 'config.weekdays' })] : [],
  stays: () => ({ next: { min: 0, max: 11 * DAY } }),
});

/** The window itself, in the language of the time module. */
export function windowOf({ weekdays, calendar, from, to }: Config): TimeWindow {
  return { weekdays, calendar, from: parseTimeOfDay(from) ?? 0, to: parseTimeOfDay(to) ?? 0 };
}

function waitOrGo({ config: given, now, leadZone }: StepContext<Config>): NodeStep {
  const until = nextInWindow(windowOf(given), now, leadZone);
  if (until === null) return { go: 'next', because: say('wait-for-window.never', {}) };
  if (until <= now) return { go: 'next', because: say('wait-for-window.open', { zone: leadZone }) };
  return { wait: { until, events: [] }, because: say('wait-for-window.waiting', { until, zone: leadZone }) };
}

function inWords({ weekdays, calendar, from, to }: Config, locale: Locale): string {
  const days = WEEKDAYS.every((day) => weekdays.includes(day))
    ? ''
    : weekdays.map((day) => NAMES[locale][day - 1] ?? '').join(locale === 'en' ? ', ' : '、');
  if (locale === 'en') {
    const kind = { 'every-day': '', 'monday-friday': 'workdays', china: 'workdays in China' }[calendar];
    return `Waits until ${[days, kind].filter(Boolean).join(', ') || 'any day'}, ${from}–${to}, in the lead’s zone`;
  }
  const kind = { 'every-day': '', 'monday-friday': '工作日', china: '中国工作日' }[calendar];
  return `等到${[days, kind].filter(Boolean).join('、') || '每天'} ${from}–${to}（线索时区）`;
}
