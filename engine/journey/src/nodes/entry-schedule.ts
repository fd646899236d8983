import { z } from 'zod';
import { problem } from '../compile/catalogue.ts';
import { defineSentences } from '../sentences/define-sentences.ts';
import { isScheduleRule, nextOccurrence, parseDay } from '../time/index.ts';
import { field, timeOfDay } from './config-fields.ts';
import { defineNode } from './define-node.ts';
import { ENTRY_RULES, entryRulesInWords } from './entry-rules.ts';
import { NEXT_PORT } from './next-port.ts';

const { texts, say } = defineSentences({ 'entry-schedule.entered': { 'zh-CN': '按计划进入旅程', en: 'Came in by the schedule' } });

/** All leads that match come in, again and again by a schedule. */
export const entrySchedule = defineNode({
  kind: 'entry-schedule',
  version: 1,
  family: 'entry',
  icon: 'calendar-repeat',
  title: { 'zh-CN': '定期计划', en: 'Schedule' },
  help: {
    'zh-CN': '按重复规则（RRULE）定期让符合条件的线索进入旅程。',
    en: 'Lets matching leads in, again and again by a rule of recurrence (RRULE).',
  },
  config: z.object({
    rule: field(z.string().refine(isScheduleRule, 'document.schedule-rule').default('FREQ=MONTHLY;BYMONTHDAY=1'), {
      label: { 'zh-CN': '重复规则', en: 'Recurs' },
      hint: 'schedule-rule',
    }),
    start: field(
      z.string().refine((text) => parseDay(text) !== null, 'document.date'),
      { label: { 'zh-CN': '第一天', en: 'First day' }, hint: 'date' },
    ),
    time: field(timeOfDay.default('09:00'), { label: { 'zh-CN': '几点', en: 'At what time' }, hint: 'time' }),
    ...ENTRY_RULES,
  }),
  example: { rule: 'FREQ=WEEKLY;BYDAY=MO', start: '2026-01-05', time: '09:30' },
  sentences: texts,
  ports: () => [NEXT_PORT],
  summary: (config, locale) => {
    const { rule, start, time } = config;
    const words = locale === 'en' ? `Leads come in by the schedule ${rule} from ${start} at ${time}` : `从 ${start} 起按计划 ${rule} 于 ${time} 进入`;
    return words + entryRulesInWords(config, locale);
  },
  entry: ({ rule, start, time }) => ({ on: 'schedule', detail: { rule, start, time } }),
  check: ({ rule, start, time }, { node, now, timeZone }) =>
    now === undefined || nextOccurrence({ rule, start, time, zone: timeZone }, now) !== null
      ? []
      : [problem('J512', {}, { node, field: 'config.rule' })],
  due: ({ rule, start, time }, { now, timeZone }) => nextOccurrence({ rule, start, time, zone: timeZone }, now),
  enter: () => ({ go: 'next', because: say('entry-schedule.entered', {}) }),
});
