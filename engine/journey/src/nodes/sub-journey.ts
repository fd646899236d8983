import { z } from 'zod';
import type { EventPattern, Fact } from '../model/index.ts';
import { DAY } from '../model/index.ts';
import { defineSentences } from '../sentences/define-sentences.ts';
import { formatDuration } from '../time/index.ts';
import { afterLastVisit, findAwaited } from './await-events.ts';
import { duration, durationOf, field, nonEmpty } from './config-fields.ts';
import { defineNode, type NodeStep, type StepContext } from './define-node.ts';
import { happens } from './simulated-event.ts';

const { texts, say } = defineSentences({
  'sub-journey.started': { 'zh-CN': '加入旅程「{{journey}}」，不等待', en: 'Starts the journey “{{journey}}” and does not wait for it' },
  'sub-journey.waiting': {
    'zh-CN': '加入旅程「{{journey}}」，等它结束，最晚到 {{until, instant}}',
    en: 'Starts the journey “{{journey}}” and waits for its end, until {{until, instant}}',
  },
  'sub-journey.returned': {
    'zh-CN': '旅程「{{journey}}」结束，结果：{{outcome, term}}',
    en: 'The journey “{{journey}}” ended as “{{outcome, term}}”',
  },
  'sub-journey.timeout': {
    'zh-CN': '旅程「{{journey}}」在 {{for, duration}} 内没有结束',
    en: 'The journey “{{journey}}” did not end within {{for, duration}}',
  },
});

const ENDED = 'Journey Ended';

const config = z.object({
  journey: field(nonEmpty, { label: { 'zh-CN': '旅程', en: 'Journey' }, hint: 'journey' }),
  wait: field(z.boolean().default(true), { label: { 'zh-CN': '等它结束再继续', en: 'Wait for its end' }, hint: 'toggle' }),
  timeout: field(duration.default('30d'), { label: { 'zh-CN': '最长等待', en: 'Wait at most' }, hint: 'duration' }),
});

type Context = StepContext<z.output<typeof config>>;

/** Lets the lead into another journey, and may wait for its end. */
export const subJourney = defineNode({
  kind: 'sub-journey',
  version: 1,
  family: 'logic',
  icon: 'subtask',
  title: { 'zh-CN': '子旅程', en: 'Sub-journey' },
  help: {
    'zh-CN': '让线索加入另一个旅程；可等它结束并按其结果继续。对方入口不放行时，结果为「未能进入」。',
    en: 'Lets the lead into another journey and may wait for its outcome. If that journey does not let it in, the outcome is “refused”.',
  },
  config,
  example: { journey: 'silent-long-tail', timeout: '90d' },
  sentences: texts,
  ports: ({ wait }) =>
    wait
      ? [
          { id: 'next', label: { 'zh-CN': '已返回', en: 'Returned' } },
          { id: 'timeout', label: { 'zh-CN': '超时', en: 'Timed out' } },
        ]
      : [{ id: 'next', label: { 'zh-CN': '继续', en: 'Next' } }],
  summary: ({ journey, wait, timeout }, locale) => {
    if (!wait) return locale === 'en' ? `Starts the journey “${journey}”` : `加入旅程「${journey}」`;
    const limit = formatDuration(durationOf(timeout), locale);
    return locale === 'en' ? `Runs the journey “${journey}” and waits at most ${limit}` : `加入旅程「${journey}」并等它结束，最长 ${limit}`;
  },
  reads: () => ({ events: [ENDED] }),
  enter: (context) => {
    const { journey, wait } = context.config;
    const effects = [{ type: 'start-journey', journey } as const];
    if (!wait) return { go: 'next', because: say('sub-journey.started', { journey }), effects };
    return { ...lookOrWait(context), effects };
  },
  resume: (context, fact) => lookOrWait(context, fact),
  stays: ({ wait, timeout }) => {
    const limit = durationOf(timeout);
    return wait ? { next: { min: 1, max: limit }, timeout: { min: limit, max: limit } } : {};
  },
  simulate: (_config, { runId }) => ({
    answers: [happens({ name: ENDED, properties: { parentRunId: runId, outcome: 'finished' }, share: 0.9, afterMs: 10 * DAY })],
  }),
});

function lookOrWait(context: Context, fact?: Fact): NodeStep {
  const { config: given, cursor, node, now, runId } = context;
  const { journey } = given;
  const patterns: readonly EventPattern[] = [{ event: ENDED, where: [{ property: 'parentRunId', operator: 'is', value: runId }] }];
  // The event of an earlier visit, in the same instant, must not end this one.
  const found = fact === undefined ? null : findAwaited({ patterns, since: cursor.arrivedAt, ...afterLastVisit(cursor, node) }, context, fact);
  if (found !== null) {
    const ended = found.properties['outcome'];
    const outcome = typeof ended === 'string' ? ended : 'finished';
    return { go: 'next', because: say('sub-journey.returned', { journey, outcome }), outcome, detail: { eventAt: found.at } };
  }
  const limit = durationOf(given.timeout);
  const until = cursor.arrivedAt + limit;
  if (now >= until) return { go: 'timeout', because: say('sub-journey.timeout', { journey, for: limit }) };
  return { wait: { until, events: patterns }, because: say('sub-journey.waiting', { journey, until }) };
}
