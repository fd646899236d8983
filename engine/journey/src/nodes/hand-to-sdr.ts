import { z } from 'zod';
import { problem } from '../compile/catalogue.ts';
import type { Effect, EventPattern, Fact, Instant, LocalText } from '../model/index.ts';
import { HOUR, MINUTE } from '../model/index.ts';
import { defineSentences } from '../sentences/define-sentences.ts';
import { termInWords } from '../sentences/term-in-words.ts';
import { formatDuration } from '../time/index.ts';
import { afterLastVisit, findAwaited } from './await-events.ts';
import { duration, durationOf, field } from './config-fields.ts';
import { defineNode, type NodeStep, type StepContext } from './define-node.ts';
import { happens } from './simulated-event.ts';
import { HANDOFF_EVENTS, whySentences, whyTexts } from './why-this-lead.ts';

const { texts, say } = defineSentences({
  'hand-to-sdr.waiting': {
    'zh-CN': '已转交 SDR，等待处置结果，最晚到 {{until, instant}}',
    en: 'Handed to the SDRs; waits for a disposition, until {{until, instant}}',
  },
  'hand-to-sdr.disposition': { 'zh-CN': 'SDR 处置：{{disposition, term}}', en: 'SDR disposition: {{disposition, term}}' },
  'hand-to-sdr.not-accepted': { 'zh-CN': '{{for, duration}} 内没有 SDR 接手', en: 'No SDR accepted within {{for, duration}}' },
  'hand-to-sdr.no-response': { 'zh-CN': '{{for, duration}} 内没有处置结果', en: 'No disposition within {{for, duration}}' },
});

const ACCEPTED = 'SDR Accepted';
const DISPOSED = 'SDR Disposition';

const PORTS = [
  { id: 'qualified', label: { 'zh-CN': '合格', en: 'Qualified' } },
  { id: 'nurture', label: { 'zh-CN': '继续培育', en: 'Nurture' } },
  { id: 'later', label: { 'zh-CN': '以后再说', en: 'Later' } },
  { id: 'lost', label: { 'zh-CN': '已丢单', en: 'Lost' } },
  { id: 'invalid', label: { 'zh-CN': '无效', en: 'Invalid' } },
  { id: 'no-response', label: { 'zh-CN': '未响应', en: 'No response' } },
] as const;

const config = z.object({
  acceptWithin: field(duration.default('4h'), { label: { 'zh-CN': '接手期限', en: 'Accept within' }, hint: 'duration' }),
  respondWithin: field(duration.default('5d'), { label: { 'zh-CN': '处置期限', en: 'Respond within' }, hint: 'duration' }),
  whenNotAccepted: field(z.enum(['keep-waiting', 'give-up']).default('keep-waiting'), {
    label: { 'zh-CN': '逾期未接手时', en: 'When nobody accepts in time' },
    hint: 'choice',
    options: {
      'keep-waiting': { 'zh-CN': '标为逾期，继续等待', en: 'Mark as overdue and keep waiting' },
      'give-up': { 'zh-CN': '收回，走「未响应」', en: 'Take back, by “No response”' },
    },
  }),
  note: field(z.string().max(500).default(''), { label: { 'zh-CN': '给 SDR 的提示', en: 'Note to the SDR' }, hint: 'long-text' }),
});

type Context = StepContext<z.output<typeof config>>;

/** Gives the lead to the SDRs with the reasons, and goes on as they decide. */
export const handToSdr = defineNode({
  kind: 'hand-to-sdr',
  version: 1,
  family: 'people',
  icon: 'headset',
  title: { 'zh-CN': '转交 SDR', en: 'Hand to SDR' },
  help: {
    'zh-CN': '把线索连同理由放入 SDR 收件箱，按处置结果分路；到期无人处理走「未响应」。',
    en: 'Puts the lead into the SDR inbox with the reasons, and goes on by disposition; by “No response” when the time is up.',
  },
  config,
  example: { acceptWithin: '4h', respondWithin: '5d' },
  sentences: { ...texts, ...whyTexts },
  ports: () => PORTS,
  summary: ({ acceptWithin, respondWithin }, locale) => {
    const [accept, respond] = [acceptWithin, respondWithin].map((text) => formatDuration(durationOf(text), locale));
    return locale === 'en'
      ? `Hands the lead to the SDRs: accept within ${accept}, respond within ${respond}`
      : `转交 SDR：${accept}内接手，${respond}内处置`;
  },
  reads: () => ({ events: [ACCEPTED, DISPOSED, ...HANDOFF_EVENTS] }),
  writes: () => ['stage', 'pool'],
  enter: (context) => lookOrWait(context, undefined, [openHandoff(context)]),
  resume: (context, fact) => lookOrWait(context, fact),
  check: ({ acceptWithin, respondWithin }, { node, document }) => {
    const [accept, respond] = [durationOf(acceptWithin), durationOf(respondWithin)];
    if (accept <= respond) return [];
    const config = { ...document.nodes.find(({ id }) => id === node)?.config, acceptWithin: respondWithin };
    return [problem('J511', { accept, respond }, { node, field: 'config.acceptWithin', fix: { do: 'set-config', node, config } })];
  },
  leave: () => [{ type: 'expire-handoff' }],
  stays: ({ acceptWithin, respondWithin, whenNotAccepted }) => {
    const respond = durationOf(respondWithin);
    const least = whenNotAccepted === 'give-up' ? Math.min(durationOf(acceptWithin), respond) : respond;
    const answered = { min: MINUTE, max: respond };
    const ports = PORTS.map(({ id }) => [id, id === 'no-response' ? { min: least, max: respond } : answered] as const);
    return Object.fromEntries(ports);
  },
  simulate: (_config, { runId }) => ({
    answers: DISPOSITION_SHARES.map(([group, share]) =>
      happens({ name: DISPOSED, properties: { runId, group, disposition: group }, share, afterMs: 26 * HOUR, label: termOf(group) }),
    ),
  }),
});

const DISPOSITION_SHARES = [
  ['qualified', 0.3],
  ['nurture', 0.3],
  ['later', 0.1],
  ['lost', 0.05],
  ['invalid', 0.1],
] as const;

function termOf(word: string): LocalText {
  return { 'zh-CN': termInWords(word, 'zh-CN'), en: termInWords(word, 'en') };
}

function openHandoff({ config: given, lead, cursor, now }: Context): Effect {
  const { acceptWithin, respondWithin } = given;
  return {
    type: 'open-handoff',
    why: whySentences({ lead, cursor, now }),
    acceptBy: now + durationOf(acceptWithin),
    respondBy: now + durationOf(respondWithin),
    config: given,
  };
}

function lookOrWait(context: Context, fact?: Fact, effects: readonly Effect[] = []): NodeStep {
  const { cursor, node, runId, now } = context;
  const ofThisRun = (event: string): EventPattern => ({ event, where: [{ property: 'runId', operator: 'is', value: runId }] });
  const since = cursor.arrivedAt;
  // On arrival nothing can have been answered yet: an earlier visit's disposition must not count for this one.
  const found = effects.length > 0 ? null : findAwaited({ patterns: [ofThisRun(DISPOSED)], since, ...afterLastVisit(cursor, node) }, context, fact);
  if (found !== null) {
    const group = PORTS.find(({ id }) => id === found.properties['group'])?.id ?? 'nurture';
    const disposition = found.properties['disposition'];
    const named = typeof disposition === 'string' ? disposition : group;
    return { go: group, because: say('hand-to-sdr.disposition', { disposition: named }), outcome: named, detail: { group, eventAt: found.at } };
  }
  const accepted = findAwaited({ patterns: [ofThisRun(ACCEPTED)], since }, context, fact) !== null;
  const deadline = deadlineOf(context, accepted);
  if (now >= deadline.at) return { go: 'no-response', because: deadline.because, effects: [{ type: 'expire-handoff' }] };
  const events = [ofThisRun(DISPOSED), ...(deadline.forAccepting ? [ofThisRun(ACCEPTED)] : [])];
  return { wait: { until: deadline.at, events }, because: say('hand-to-sdr.waiting', { until: deadline.at }), effects };
}

function deadlineOf(
  { config: given, cursor }: Context,
  accepted: boolean,
): { readonly at: Instant; readonly forAccepting: boolean; readonly because: ReturnType<typeof say> } {
  const respond = durationOf(given.respondWithin);
  const accept = durationOf(given.acceptWithin);
  const forAccepting = given.whenNotAccepted === 'give-up' && !accepted && accept < respond;
  return forAccepting
    ? { at: cursor.arrivedAt + accept, forAccepting, because: say('hand-to-sdr.not-accepted', { for: accept }) }
    : { at: cursor.arrivedAt + respond, forAccepting, because: say('hand-to-sdr.no-response', { for: respond }) };
}
