import { z } from 'zod';
import type { Effect, Fact, Json, JsonObject } from '../model/index.ts';
import { defineSentences } from '../sentences/define-sentences.ts';
import { field, nonEmpty } from './config-fields.ts';
import { defineNode, type NodeStep, type StepContext } from './define-node.ts';
import { settledSend } from './settled-send.ts';

const { texts, say } = defineSentences({
  'call-webhook.calling': { 'zh-CN': '调用 {{method}} {{url}}', en: 'Calls {{method}} {{url}}' },
  'call-webhook.answered': { 'zh-CN': '{{url}} 已应答，写入 {{count}} 个字段', en: '{{url}} answered; {{count}} fields were written' },
  'call-webhook.failed': { 'zh-CN': '{{url}} 调用失败：{{reason}}', en: '{{url}} failed: {{reason}}' },
});

const PERFORM = { effect: 'callWebhook', queue: 'webhook' } as const;

const config = z.object({
  method: field(z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).default('POST'), { label: { 'zh-CN': '方法', en: 'Method' }, hint: 'choice' }),
  url: field(z.string().regex(/^https?:\/\/\S+$/, 'document.url'), { label: { 'zh-CN': '地址', en: 'Address' }, hint: 'text' }),
  headers: field(z.record(z.string().regex(/^[A-Za-z0-9-]+$/, 'document.header-name'), z.string()).default({}), {
    label: { 'zh-CN': '请求头', en: 'Headers' },
    hint: 'headers',
  }),
  body: field(z.string().max(20_000).default(''), {
    label: { 'zh-CN': '请求体（Liquid 模板）', en: 'Body (Liquid template)' },
    hint: 'long-text',
    help: { 'zh-CN': '留空则发送线索的 JSON。', en: 'Empty: the lead as JSON.' },
  }),
  mapping: field(z.array(z.strictObject({ from: nonEmpty, field: nonEmpty })).default([]), {
    label: { 'zh-CN': '应答写入字段', en: 'Answer into fields' },
    hint: 'response-mapping',
    help: {
      'zh-CN': '应答 JSON 的路径（如 data.score）写入线索字段。',
      en: 'A path in the JSON answer, such as data.score, into a field of the lead.',
    },
  }),
});

type Config = z.output<typeof config>;

/** Calls another system and may write its answer into the lead. */
export const callWebhook = defineNode({
  kind: 'call-webhook',
  version: 1,
  family: 'act',
  icon: 'webhook',
  title: { 'zh-CN': '调用 Webhook', en: 'Call webhook' },
  help: {
    'zh-CN': '调用其他系统，并可把应答写入线索字段；失败走「失败」。',
    en: 'Calls another system and may write its answer into the lead; goes by “Failed” if it cannot.',
  },
  config,
  example: { method: 'POST', url: 'https://crm.example/leads', mapping: [{ from: 'data.id', field: 'crmId' }] },
  sentences: texts,
  ports: () => [
    { id: 'next', label: { 'zh-CN': '已应答', en: 'Answered' } },
    { id: 'failed', label: { 'zh-CN': '失败', en: 'Failed' } },
  ],
  summary: ({ method, url }, locale) => (locale === 'en' ? `Calls ${method} ${url}` : `调用 ${method} ${url}`),
  writes: ({ mapping }) => mapping.map((one) => one.field),
  enter: ({ config: given }) => ({
    perform: PERFORM,
    because: say('call-webhook.calling', { method: given.method, url: given.url }),
    effects: [{ type: 'plan-message', channel: 'webhook', template: '', topic: null, config: given }],
  }),
  resume: settle,
  outcomes: () => ['answered', 'failed', 'unknown'],
  simulate: () => ({
    answers: [
      { fact: { type: 'performed', outcome: 'sent', result: { body: {} } }, afterMs: 0, share: 0.98, label: { 'zh-CN': '应答', en: 'Answered' } },
      { fact: { type: 'failed', code: 'webhook.unreachable' }, afterMs: 0, share: 0.02, label: { 'zh-CN': '失败', en: 'Failed' } },
    ],
  }),
});

function settle({ config: given }: StepContext<Config>, fact: Fact): NodeStep {
  const { url, method } = given;
  const settled = settledSend(fact);
  if (settled === null) return { perform: PERFORM, because: say('call-webhook.calling', { method, url }) };
  if (settled.outcome !== 'sent') {
    const outcome = settled.outcome === 'unknown' ? 'unknown' : 'failed';
    return { go: 'failed', because: say('call-webhook.failed', { url, reason: settled.reason ?? settled.outcome }), outcome };
  }
  const body = fact.type === 'performed' ? fact.result?.['body'] : undefined;
  const effects = given.mapping.flatMap((one): Effect[] => {
    const value = at(body, one.from.split('.'));
    return value === undefined ? [] : [{ type: 'set-attribute', field: one.field, value }];
  });
  return { go: 'next', because: say('call-webhook.answered', { url, count: effects.length }), outcome: 'answered', effects };
}

/** Follows a dotted path; undefined where there is nothing, or an object or list, which no field can hold. */
function at(value: Json | undefined, [first, ...rest]: readonly string[]): Json | undefined {
  if (first === undefined) return typeof value === 'object' && value !== null ? undefined : value;
  if (Array.isArray(value)) return at(value[Number(first)], rest);
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, first)) return undefined;
  return at((value as JsonObject)[first], rest);
}
