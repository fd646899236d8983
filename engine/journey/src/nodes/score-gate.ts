import { z } from 'zod';
import type { Condition, LeadView, Locale } from '../model/index.ts';
import { defineSentences } from '../sentences/define-sentences.ts';
import { termInWords } from '../sentences/term-in-words.ts';
import { field, portName } from './config-fields.ts';
import { defineNode } from './define-node.ts';
import { GRADES } from './grades.ts';

const { texts, say } = defineSentences({
  'score-gate.passed': {
    'zh-CN': '通过「{{outcome, term}}」：总分 {{score, number}}，等级 {{grade}}，意向{{intent, term}}',
    en: 'Passes as “{{outcome, term}}”: score {{score, number}}, grade {{grade}}, intent {{intent, term}}',
  },
  'score-gate.remainder': {
    'zh-CN': '未通过任何一档：总分 {{score, number}}，等级 {{grade}}，意向{{intent, term}}',
    en: 'Passes none: score {{score, number}}, grade {{grade}}, intent {{intent, term}}',
  },
});

const INTENTS = ['none', 'low', 'high'] as const;

const outcomeSchema = z
  .strictObject({
    /** Also the port's name. `low` is taken by the remainder. */
    id: portName.refine((id) => id !== 'low', 'document.names-twice'),
    label: z.string().default(''),
    /** Whether one of the given tests is enough, or all are needed. */
    combine: z.enum(['any', 'all']).default('any'),
    grades: z.array(z.enum(GRADES)).nullable().default(null),
    minScore: z.number().nullable().default(null),
    minIntent: z.enum(['low', 'high']).nullable().default(null),
  })
  .refine((outcome) => outcome.grades !== null || outcome.minScore !== null || outcome.minIntent !== null, 'document.gate-empty');

type GateOutcome = z.output<typeof outcomeSchema>;

const config = z
  .object({
    outcomes: field(
      z
        .array(outcomeSchema)
        .min(1)
        .default([{ id: 'high', label: '', combine: 'any', grades: null, minScore: 80, minIntent: 'high' }]),
      {
        label: { 'zh-CN': '分档（从上到下，先符合者先走）', en: 'Outcomes, from the top; the first that fits is taken' },
        hint: 'gate-outcomes',
      },
    ),
  })
  .refine(({ outcomes }) => new Set(outcomes.map(({ id }) => id)).size === outcomes.length, { path: ['outcomes'], message: 'document.names-twice' });

/** Sorts leads by score, grade and intent; what fits no outcome leaves by `low`. */
export const scoreGate = defineNode({
  kind: 'score-gate',
  version: 1,
  family: 'logic',
  icon: 'filter-star',
  title: { 'zh-CN': '评分闸门', en: 'Score gate' },
  help: {
    'zh-CN': '按总分、等级与意向分流：意向足够高的线索，分数不够也可以放行。',
    en: 'Sorts by score, grade and intent: a lead that wants to buy may pass with a low score.',
  },
  config,
  example: { outcomes: [{ id: 'high', combine: 'any', minScore: 80, minIntent: 'high' }] },
  sentences: texts,
  ports: ({ outcomes }) => [
    ...outcomes.map(({ id, label }) => ({ id, label: label === '' ? named(id) : { 'zh-CN': label, en: label } })),
    { id: 'low', label: named('low') },
  ],
  summary: ({ outcomes }, locale) => {
    const parts = outcomes.map((outcome) => `${nameOf(outcome, locale)}${locale === 'en' ? ': ' : '：'}${testsInWords(outcome, locale)}`);
    return locale === 'en' ? `Passes ${parts.join('; ')}; the rest is low` : `${parts.join('；')}；其余为低`;
  },
  branches: ({ outcomes }) => outcomes.map((outcome) => ({ port: outcome.id, condition: asCondition(outcome) })),
  enter: ({ config: { outcomes }, lead }) => {
    const values = { score: lead.score.total, grade: lead.grade, intent: lead.intent };
    const hit = outcomes.find((outcome) => passes(outcome, lead));
    const because = hit === undefined ? say('score-gate.remainder', values) : say('score-gate.passed', { outcome: hit.label || hit.id, ...values });
    return { go: hit?.id ?? 'low', because, detail: { reason: { code: because.code, params: because.params } } };
  },
});

/** The same test in the condition language, for the compiler. */
function asCondition({ combine, grades, minScore, minIntent }: GateOutcome): Condition {
  const tests: Condition[] = [];
  if (grades !== null) tests.push({ test: { of: 'grade' }, operator: 'in', value: grades });
  if (minScore !== null) tests.push({ test: { of: 'score', dimension: 'total' }, operator: 'gte', value: minScore });
  if (minIntent !== null) tests.push({ test: { of: 'intent' }, operator: 'in', value: INTENTS.slice(INTENTS.indexOf(minIntent)) });
  return combine === 'any' ? { any: tests } : { all: tests };
}

/** Whether a lead passes an outcome. Only tests that are set count; an ungraded lead is in no grade. */
function passes({ combine, grades, minScore, minIntent }: GateOutcome, lead: LeadView): boolean {
  const tests: boolean[] = [];
  if (grades !== null) tests.push(grades.some((grade) => grade === lead.grade));
  if (minScore !== null) tests.push(lead.score.total >= minScore);
  if (minIntent !== null) tests.push(INTENTS.indexOf(lead.intent) >= INTENTS.indexOf(minIntent));
  return tests.length > 0 && (combine === 'any' ? tests.some(Boolean) : tests.every(Boolean));
}

function named(id: string) {
  return { 'zh-CN': termInWords(id, 'zh-CN'), en: termInWords(id, 'en') };
}

function nameOf({ id, label }: GateOutcome, locale: Locale): string {
  return label === '' ? termInWords(id, locale) : label;
}

function testsInWords({ combine, grades, minScore, minIntent }: GateOutcome, locale: Locale): string {
  const say = (zh: string, en: string) => (locale === 'en' ? en : zh);
  const tests: string[] = [];
  if (grades !== null) tests.push(say(`等级为 ${grades.join('、')}`, `grade ${grades.join(', ')}`));
  if (minScore !== null) tests.push(say(`总分 ≥ ${minScore}`, `score ≥ ${minScore}`));
  if (minIntent !== null) tests.push(say(`意向至少为${termInWords(minIntent, locale)}`, `intent at least ${termInWords(minIntent, locale)}`));
  return tests.join(combine === 'any' ? say(' 或 ', ' or ') : say(' 且 ', ' and '));
}
