import { z } from 'zod';
import type { EventPattern, Fact, Locale } from '../model/index.ts';
import { eventPatternSchema } from '../schema/index.ts';
import { patternInWords } from '../sentences/condition-in-words.ts';
import { defineSentences } from '../sentences/define-sentences.ts';
import { formatDuration } from '../time/index.ts';
import { findAwaited } from './await-events.ts';
import { duration, durationOf, field } from './config-fields.ts';
import { defineNode, type NodeStep, type StepContext } from './define-node.ts';

const { texts, say } = defineSentences({
  'wait-for-event.waiting': {
    'zh-CN': '等待{{events, terms}}，最晚到 {{until, instant}}',
    en: 'Waits for {{events, terms}}, until {{until, instant}} at the latest',
  },
  'wait-for-event.waiting-on': { 'zh-CN': '等待{{events, terms}}，没有期限', en: 'Waits for {{events, terms}}, without a limit' },
  'wait-for-event.happened': { 'zh-CN': '{{event, term}}发生于 {{at, instant}}', en: '{{event, term}} happened at {{at, instant}}' },
  'wait-for-event.had-happened': {
    'zh-CN': '到达之前已发生：{{event, term}}，{{at, instant}}',
    en: 'Had happened before the lead came here: {{event, term}}, at {{at, instant}}',
  },
  'wait-for-event.timeout': {
    'zh-CN': '{{for, duration}} 内没有发生{{events, terms}}',
    en: 'No {{events, terms}} within {{for, duration}}',
  },
});

const config = z.object({
  events: field(z.array(eventPatternSchema).min(1), {
    label: { 'zh-CN': '等待哪些事件（任一）', en: 'Any of these events' },
    hint: 'event-patterns',
  }),
  timeout: field(duration.nullable().default('7d'), {
    label: { 'zh-CN': '最长等待', en: 'Wait at most' },
    hint: 'duration',
    help: { 'zh-CN': '留空表示没有期限。', en: 'Empty means no limit.' },
  }),
  lookBack: field(duration.nullable().default(null), {
    label: { 'zh-CN': '之前发生的也算', en: 'Counts if it happened before' },
    hint: 'duration',
    help: {
      'zh-CN': '到达此步骤前这段时间内发生的事件也算；留空表示只算到达之后的。',
      en: 'Events of this length of time before the lead comes here count too; empty: only later ones.',
    },
  }),
});

type Context = StepContext<z.output<typeof config>>;

/** Waits until the lead does something, with a limit. */
export const waitForEvent = defineNode({
  kind: 'wait-for-event',
  version: 1,
  family: 'time',
  icon: 'hourglass',
  title: { 'zh-CN': '等待事件', en: 'Wait for event' },
  help: {
    'zh-CN': '等待线索做某件事，到期仍未发生则走另一路。',
    en: 'Waits until the lead does something, and takes another way if it does not in time.',
  },
  config,
  example: { events: [{ event: 'Page Viewed', where: [{ property: 'path', operator: 'starts-with', value: '/pricing' }] }], timeout: '3d' },
  sentences: texts,
  ports: () => [
    { id: 'happened', label: { 'zh-CN': '已发生', en: 'Happened' } },
    { id: 'timeout', label: { 'zh-CN': '超时', en: 'Timed out' } },
  ],
  summary: ({ events, timeout, lookBack }, locale) => inWords(events, { timeout, lookBack }, locale),
  reads: ({ events }) => ({ events: events.map(({ event }) => event) }),
  enter: (context) => lookOrWait(context),
  resume: (context, fact) => lookOrWait(context, fact),
  simulate: ({ events }) => ({
    answers: events.slice(0, 1).map(({ event }) => ({
      fact: { type: 'event', event: { id: 'simulated', name: event, at: 0, properties: {} } },
      afterMs: 6 * 3_600_000,
      share: 0.3,
      label: { 'zh-CN': '事件发生', en: 'The event happens' },
    })),
  }),
});

function lookOrWait(context: Context, fact?: Fact): NodeStep {
  const { config: given, cursor, now } = context;
  const patterns: readonly EventPattern[] = given.events;
  const since = cursor.arrivedAt - (given.lookBack === null ? 0 : durationOf(given.lookBack));
  const found = findAwaited({ patterns, since }, context, fact);
  if (found !== null) {
    const code = found.at < cursor.arrivedAt ? 'wait-for-event.had-happened' : 'wait-for-event.happened';
    return { go: 'happened', because: say(code, { event: found.name, at: found.at }), detail: { eventId: found.id } };
  }
  const events = patterns.map(({ event }) => event).join('|');
  const awaited = patterns.map((pattern) => ({ ...pattern, since }));
  if (given.timeout === null) return { wait: { until: null, events: awaited }, because: say('wait-for-event.waiting-on', { events }) };
  const limit = durationOf(given.timeout);
  const until = cursor.arrivedAt + limit;
  if (now >= until) return { go: 'timeout', because: say('wait-for-event.timeout', { for: limit, events }) };
  return { wait: { until, events: awaited }, because: say('wait-for-event.waiting', { events, until }) };
}

function inWords(
  events: readonly EventPattern[],
  { timeout, lookBack }: { readonly timeout: string | null; readonly lookBack: string | null },
  locale: Locale,
): string {
  const names = events.map((pattern) => patternInWords(pattern, locale));
  const length = (text: string) => formatDuration(durationOf(text), locale);
  if (locale === 'en') {
    const limit = timeout === null ? ', without a limit' : `, at most ${length(timeout)}`;
    return `Waits for ${names.join(' or ')}${limit}${lookBack === null ? '' : `; the last ${length(lookBack)} count too`}`;
  }
  const limit = timeout === null ? '，没有期限' : `，最长 ${length(timeout)}`;
  return `等待${names.join('或')}${limit}${lookBack === null ? '' : `；之前 ${length(lookBack)} 内的也算`}`;
}
