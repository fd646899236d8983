import { z } from 'zod';
import type { LeadView, Locale, OutcomeView } from '../model/index.ts';
import { defineSentences } from '../sentences/define-sentences.ts';
import { termInWords } from '../sentences/term-in-words.ts';
import { field, nonEmpty, portName } from './config-fields.ts';
import { defineNode } from './define-node.ts';

const { texts, say } = defineSentences({
  'earlier-outcome.is': { 'zh-CN': '步骤「{{node}}」的结果：{{outcome, term}}', en: 'The step “{{node}}” came out as “{{outcome, term}}”' },
  'earlier-outcome.none': { 'zh-CN': '没有走过步骤「{{node}}」', en: 'Has not been at the step “{{node}}”' },
});

const CLICKED = 'Email Clicked';
const REPLIED = 'WeCom Replied';

/** What a lead did about a message counts more than that it was sent, so it is looked at first. */
export const ENGAGEMENTS = ['replied', 'clicked'] as const;

/** Branches on what became of an earlier step: sent, clicked, replied, a disposition. */
export const earlierOutcome = defineNode({
  kind: 'earlier-outcome',
  version: 1,
  family: 'logic',
  icon: 'history',
  title: { 'zh-CN': '按之前结果', en: 'Earlier outcome' },
  help: {
    'zh-CN': '按之前某一步的结果分路，例如邮件已点击、SDR 处置结果。点击只算真人点击。',
    en: 'Branches on what became of an earlier step, such as a mail that was clicked or a disposition. Only clicks by people count.',
  },
  config: z
    .object({
      node: field(nonEmpty, { label: { 'zh-CN': '哪一步', en: 'Which step' }, hint: 'step' }),
      paths: field(z.array(z.strictObject({ id: portName, label: z.string().default(''), outcomes: z.array(nonEmpty).min(1) })).min(1), {
        label: { 'zh-CN': '结果与出口', en: 'Outcomes and ways' },
        hint: 'outcome-paths',
      }),
    })
    .refine(({ paths }) => new Set(['else', ...paths.map(({ id }) => id)]).size === paths.length + 1, {
      path: ['paths'],
      message: 'document.names-twice',
    }),
  example: { node: 'thank-you', paths: [{ id: 'clicked', outcomes: ['clicked'] }] },
  sentences: texts,
  ports: ({ paths }) => [
    ...paths.map(({ id, label }) => ({ id, label: { 'zh-CN': label || termInWords(id, 'zh-CN'), en: label || termInWords(id, 'en') } })),
    { id: 'else', label: { 'zh-CN': '其余', en: 'Else' } },
  ],
  summary: ({ node, paths }, locale) => inWords(node, paths, locale),
  reads: ({ paths }) => ({
    events: [...(asks(paths, 'clicked') ? [CLICKED] : []), ...(asks(paths, 'replied') ? [REPLIED] : [])],
  }),
  enter: ({ config: { node, paths }, cursor, lead }) => {
    const outcome = cursor.outcomes[node];
    if (outcome === undefined) return { go: 'else', because: say('earlier-outcome.none', { node }) };
    const words = [...engagementsWith(outcome, lead), outcome.outcome];
    for (const word of words) {
      const path = paths.find(({ outcomes }) => outcomes.includes(word));
      if (path !== undefined) return { go: path.id, because: say('earlier-outcome.is', { node, outcome: word }) };
    }
    return { go: 'else', because: say('earlier-outcome.is', { node, outcome: outcome.outcome }) };
  },
});

function asks(paths: readonly { readonly outcomes: readonly string[] }[], word: string): boolean {
  return paths.some(({ outcomes }) => outcomes.includes(word));
}

function engagementsWith({ at, detail }: OutcomeView, { events }: LeadView): readonly string[] {
  const messageId = detail?.['messageId'];
  const later = events.filter((event) => event.at >= at);
  const replied = later.some(({ name }) => name === REPLIED);
  const clicked = later.some(
    ({ name, properties }) => name === CLICKED && properties['human'] !== false && messageId !== undefined && properties['messageId'] === messageId,
  );
  return [...(replied ? ['replied'] : []), ...(clicked ? ['clicked'] : [])];
}

function inWords(node: string, paths: readonly { readonly id: string; readonly outcomes: readonly string[] }[], locale: Locale): string {
  const glue = locale === 'en' ? ' or ' : '或';
  const parts = paths.map(({ outcomes }) => outcomes.map((word) => termInWords(word, locale)).join(glue));
  return locale === 'en' ? `Branches on the outcome of “${node}”: ${parts.join('; ')}` : `按步骤「${node}」的结果分路：${parts.join('；')}`;
}
