import { z } from 'zod';
import { problem } from '../compile/catalogue.ts';
import { explain } from '../conditions/index.ts';
import type { EventPattern, Fact, Instant, JsonObject, Locale } from '../model/index.ts';
import { conditionSchema, eventPatternSchema } from '../schema/index.ts';
import { conditionInWords, patternInWords } from '../sentences/condition-in-words.ts';
import { defineSentences } from '../sentences/define-sentences.ts';
import { formatDuration } from '../time/index.ts';
import { afterLastVisit, findAwaited } from './await-events.ts';
import { duration, durationOf, field } from './config-fields.ts';
import { type DecidingLeaf, decidingLeaf } from './deciding-leaf.ts';
import { defineNode, type NodeStep, type StepContext } from './define-node.ts';
import { readsOf } from './reads-of.ts';
import { fits } from './simulated-event.ts';

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
  'wait-for-event.holds': { 'zh-CN': '条件成立：{{subject, subject}} 为 {{seen}}', en: 'The condition holds: {{subject, subject}} is {{seen}}' },
  'wait-for-event.timeout': {
    'zh-CN': '{{for, duration}} 内没有发生{{events, terms}}',
    en: 'No {{events, terms}} within {{for, duration}}',
  },
});

const config = z
  .object({
    events: field(z.array(eventPatternSchema).default([]), {
      label: { 'zh-CN': '等待哪些事件（任一）', en: 'Any of these events' },
      hint: 'event-patterns',
    }),
    condition: field(conditionSchema.nullable().default(null), {
      label: { 'zh-CN': '或等到条件成立', en: 'Or until the condition holds' },
      hint: 'condition',
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
  })
  .refine(({ events, condition }) => events.length > 0 || condition !== null, { path: ['events'], message: 'document.needed' });

type Config = z.output<typeof config>;
type Context = StepContext<Config>;

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
  ports: ({ timeout }) => [
    { id: 'happened', label: { 'zh-CN': '已发生', en: 'Happened' } },
    ...(timeout === null ? [] : [{ id: 'timeout', label: { 'zh-CN': '超时', en: 'Timed out' } }]),
  ],
  summary: (given, locale) => inWords(given, locale),
  reads: ({ events, condition }) => {
    const read = condition === null ? {} : readsOf(condition);
    return { ...read, events: [...events.map(({ event }) => event), ...(read.events ?? [])] };
  },
  enter: (context) => lookOrWait(context),
  resume: (context, fact) => lookOrWait(context, fact),
  stays: ({ timeout, condition }) => {
    // Each round of a loop uses up an event of its own, which takes at least a moment; a condition may just stay true.
    const min = condition === null ? 1 : 0;
    if (timeout === null) return { happened: { min, max: null } };
    const limit = durationOf(timeout);
    return { happened: { min, max: limit }, timeout: { min: limit, max: limit } };
  },
  check: ({ timeout }, { node, document }) => {
    if (timeout !== null) return [];
    const config = { ...document.nodes.find(({ id }) => id === node)?.config, timeout: '7d' };
    return [problem('J501', {}, { node, field: 'config.timeout', fix: { do: 'set-config', node, config } })];
  },
  simulate: ({ events }) => ({ answers: events.slice(0, 1).map((pattern) => fits(pattern, 0.3)) }),
});

function lookOrWait(context: Context, fact?: Fact): NodeStep {
  const { config: given, cursor } = context;
  const since = cursor.arrivedAt - (given.lookBack === null ? 0 : durationOf(given.lookBack));
  const used = afterLastVisit(cursor, context.node);
  const found = findAwaited({ patterns: given.events, since, ...used }, context, fact);
  if (found !== null) {
    const code = found.at < cursor.arrivedAt ? 'wait-for-event.had-happened' : 'wait-for-event.happened';
    return { go: 'happened', because: say(code, { event: found.name, at: found.at }), detail: { eventId: found.id, eventAt: found.at } };
  }
  const holds = conditionHolding(context);
  if (holds !== null) return { go: 'happened', because: say('wait-for-event.holds', holds), detail: eventDetail(used.after) };
  const from = Math.max(since, (used.after ?? Number.NEGATIVE_INFINITY) + 1);
  return waitOn(
    context,
    given.events.map((pattern) => ({ ...pattern, since: from })),
    used.after,
  );
}

function conditionHolding({ config: { condition }, lead, now, cursor, timeZone }: Context): DecidingLeaf | null {
  if (condition === null) return null;
  const explanation = explain(condition, lead, now, { outcomes: cursor.outcomes, timeZone });
  return explanation.truth === true ? decidingLeaf(explanation) : null;
}

function eventDetail(eventAt: Instant | undefined): JsonObject {
  return eventAt === undefined ? {} : { eventAt };
}

function waitOn({ config: { condition, timeout }, cursor, now }: Context, patterns: readonly EventPattern[], used: Instant | undefined): NodeStep {
  const events = [...patterns.map(({ event }) => event), ...(condition === null ? [] : ['$condition'])].join('|');
  // A condition may come true by anything the lead does, so every event is asked for.
  const asked: readonly EventPattern[] = condition === null ? patterns : [...patterns, { event: '*' }];
  if (timeout === null) return { wait: { until: null, events: asked }, because: say('wait-for-event.waiting-on', { events }) };
  const limit = durationOf(timeout);
  const until = cursor.arrivedAt + limit;
  if (now >= until) return { go: 'timeout', because: say('wait-for-event.timeout', { for: limit, events }), detail: eventDetail(used) };
  return { wait: { until, events: asked }, because: say('wait-for-event.waiting', { events, until }) };
}

function inWords({ events, condition, timeout, lookBack }: Config, locale: Locale): string {
  const names = events.map((pattern) => patternInWords(pattern, locale));
  if (condition !== null) names.push(conditionInWords(condition, locale));
  const length = (text: string) => formatDuration(durationOf(text), locale);
  if (locale === 'en') {
    const limit = timeout === null ? ', without a limit' : `, at most ${length(timeout)}`;
    return `Waits for ${names.join(' or ')}${limit}${lookBack === null ? '' : `; the last ${length(lookBack)} count too`}`;
  }
  const limit = timeout === null ? '，没有期限' : `，最长 ${length(timeout)}`;
  return `等待${names.join('或')}${limit}${lookBack === null ? '' : `；之前 ${length(lookBack)} 内的也算`}`;
}
