import { z } from 'zod';
import { problem } from '../compile/catalogue.ts';
import { evaluate } from '../conditions/index.ts';
import type { Fact } from '../model/index.ts';
import { conditionSchema, eventPatternSchema } from '../schema/index.ts';
import { conditionInWords, patternInWords } from '../sentences/condition-in-words.ts';
import { defineSentences } from '../sentences/define-sentences.ts';
import { findAwaited } from './await-events.ts';
import { field } from './config-fields.ts';
import { defineNode, type NodeStep, type StepContext } from './define-node.ts';
import { NEXT_PORT } from './next-port.ts';
import { readsOf } from './reads-of.ts';
import { fits } from './simulated-event.ts';

const { texts, say } = defineSentences({
  'goal.reached': { 'zh-CN': '达成「{{goal}}」', en: 'Has reached “{{goal}}”' },
  'goal.passed': { 'zh-CN': '经过「{{goal}}」，尚未达成', en: 'Passes “{{goal}}” without having reached it' },
  'goal.waiting': { 'zh-CN': '等待达成「{{goal}}」', en: 'Waits to reach “{{goal}}”' },
});

const config = z
  .object({
    goal: field(z.string().trim().default(''), { label: { 'zh-CN': '目标名称', en: 'Goal' }, hint: 'text' }),
    events: field(z.array(eventPatternSchema).default([]), {
      label: { 'zh-CN': '发生其中任一事件', en: 'Any of these events' },
      hint: 'event-patterns',
    }),
    condition: field(conditionSchema.nullable().default(null), { label: { 'zh-CN': '或条件成立', en: 'Or the condition holds' }, hint: 'condition' }),
    whenNotReached: field(z.enum(['go-on', 'wait']).default('go-on'), {
      label: { 'zh-CN': '走到这里但未达成时', en: 'When a lead comes here without it' },
      hint: 'choice',
      options: { 'go-on': { 'zh-CN': '继续', en: 'Go on' }, wait: { 'zh-CN': '等到达成', en: 'Wait for it' } },
    }),
  })
  .refine(({ events, condition }) => events.length > 0 || condition !== null, { path: ['events'], message: 'document.needed' });

type Context = StepContext<z.output<typeof config>>;

/** Takes a lead here from anywhere in the journey, at once, when it reaches the goal: the fast track. */
export const goal = defineNode({
  kind: 'goal',
  version: 1,
  family: 'logic',
  icon: 'target-arrow',
  title: { 'zh-CN': '目标', en: 'Goal' },
  help: {
    'zh-CN': '达成时，线索无论在哪一步都立刻跳到这里继续（快速通道）。每次旅程最多一次。',
    en: 'When it is reached, the lead comes here at once from wherever it is, and goes on: the fast track. Once per run.',
  },
  config,
  example: { goal: '高意向', events: [{ event: 'Price Requested' }, { event: 'Demo Requested' }] },
  sentences: texts,
  ports: () => [NEXT_PORT],
  summary: ({ events, condition }, locale) => {
    const parts = [...events.map((pattern) => patternInWords(pattern, locale)), ...(condition === null ? [] : [conditionInWords(condition, locale)])];
    return locale === 'en' ? `Takes leads here from anywhere by ${parts.join(' or ')}` : `从任意步骤跳到这里：${parts.join('或')}`;
  },
  reads: ({ events, condition }) => {
    const read = condition === null ? {} : readsOf(condition);
    return { ...read, events: [...events.map(({ event }) => event), ...(read.events ?? [])] };
  },
  interrupt: ({ events, condition }) => ({ events, condition }),
  enter: (context) => lookOrWait(context),
  resume: (context, fact) => lookOrWait(context, fact),
  stays: ({ whenNotReached }) => ({ next: { min: 0, max: whenNotReached === 'wait' ? null : 0 } }),
  check: ({ whenNotReached }, { node }) => (whenNotReached === 'wait' ? [problem('J501', {}, { node, field: 'config.whenNotReached' })] : []),
  outcomes: () => ['reached', 'not-reached'],
  simulate: ({ events }) => ({ answers: events.slice(0, 1).map((pattern) => fits(pattern, 0.3)) }),
});

function lookOrWait(context: Context, fact?: Fact): NodeStep {
  const { config: given, cursor, lead, now, node, timeZone } = context;
  const name = given.goal === '' ? node : given.goal;
  const happened = findAwaited({ patterns: given.events, since: cursor.entered.at }, context, fact) !== null;
  const holds = given.condition !== null && evaluate(given.condition, lead, now, { outcomes: cursor.outcomes, timeZone }) === true;
  if (happened || holds) return { go: 'next', because: say('goal.reached', { goal: name }), outcome: 'reached' };
  if (given.whenNotReached === 'go-on') return { go: 'next', because: say('goal.passed', { goal: name }), outcome: 'not-reached' };
  const events = given.condition === null ? given.events : [...given.events, { event: '*' }];
  return { wait: { until: null, events }, because: say('goal.waiting', { goal: name }) };
}
