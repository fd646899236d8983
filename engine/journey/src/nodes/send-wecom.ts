import { z } from 'zod';
import type { EventPattern, EventView, Fact, JsonObject, Sentence } from '../model/index.ts';
import { HOUR } from '../model/index.ts';
import { defineSentences } from '../sentences/define-sentences.ts';
import { formatDuration } from '../time/index.ts';
import { findAwaited } from './await-events.ts';
import { duration, durationOf, field, nonEmpty } from './config-fields.ts';
import { defineNode, type NodeStep, type StepContext } from './define-node.ts';
import { whyNotSend } from './may-send.ts';
import { reasonIn } from './reason-in.ts';
import { happens } from './simulated-event.ts';

const { texts, say } = defineSentences({
  'send-wecom.creating': { 'zh-CN': '创建企业微信消息「{{template}}」', en: 'Creates the WeCom message “{{template}}”' },
  'send-wecom.waiting': {
    'zh-CN': '等待员工在手机上确认「{{template}}」，最晚到 {{until, instant}}',
    en: 'Waits for a colleague to confirm “{{template}}” on the phone, until {{until, instant}}',
  },
  'send-wecom.sent': { 'zh-CN': '企业微信消息「{{template}}」已送达', en: 'The WeCom message “{{template}}” was delivered' },
  'send-wecom.not-delivered': {
    'zh-CN': '企业微信消息「{{template}}」未送达：{{reason}}',
    en: 'The WeCom message “{{template}}” was not delivered: {{reason}}',
  },
  'send-wecom.expired': {
    'zh-CN': '{{for, duration}} 内没有员工确认「{{template}}」',
    en: 'Nobody confirmed “{{template}}” within {{for, duration}}',
  },
  'send-wecom.unknown': {
    'zh-CN': '不确定企业微信消息「{{template}}」是否已创建，不会重发',
    en: 'Nobody knows whether the WeCom message “{{template}}” was created; it is not sent again',
  },
});

const DELIVERED = 'WeCom Message Delivered';
const NOT_DELIVERED = 'WeCom Message Not Delivered';
const PERFORM = { effect: 'sendWecomMessage', queue: 'wecom' } as const;

const config = z.object({
  template: field(nonEmpty, { label: { 'zh-CN': '企业微信模板', en: 'WeCom template' }, hint: 'template-wecom' }),
  topic: field(nonEmpty.nullable().default(null), {
    label: { 'zh-CN': '许可主题', en: 'Consent topic' },
    hint: 'topic',
    help: { 'zh-CN': '撤回该主题许可的线索不会收到消息。', en: 'Leads that have withdrawn consent to it get no message.' },
  }),
  service: field(z.boolean().default(false), {
    label: { 'zh-CN': '服务消息（不需要许可主题）', en: 'Service message (needs no consent topic)' },
    hint: 'toggle',
  }),
  confirmWithin: field(duration.default('2d'), {
    label: { 'zh-CN': '员工确认期限', en: 'Colleague confirms within' },
    hint: 'duration',
    help: { 'zh-CN': '企业微信群发需员工在手机上确认后才会发出。', en: 'WeCom sends only after the colleague has confirmed on the phone.' },
  }),
});

type Context = StepContext<z.output<typeof config>>;

/** Sends a WeCom message through the colleague who knows the lead, and waits until it is delivered. */
export const sendWecom = defineNode({
  kind: 'send-wecom',
  version: 1,
  family: 'act',
  icon: 'brand-wechat',
  title: { 'zh-CN': '发送企业微信消息', en: 'Send WeCom message' },
  help: {
    'zh-CN': '由添加了该客户的员工发送；员工确认并送达后走「已送达」。',
    en: 'Sent through the colleague who is the lead’s contact; goes on by “Delivered” once it has arrived.',
  },
  config,
  example: { template: 'wecom-invite', topic: 'nurture', confirmWithin: '30d' },
  sentences: texts,
  ports: () => [
    { id: 'sent', label: { 'zh-CN': '已送达', en: 'Delivered' } },
    { id: 'not-sent', label: { 'zh-CN': '未送达', en: 'Not delivered' } },
  ],
  summary: ({ template, confirmWithin }, locale) => {
    const limit = formatDuration(durationOf(confirmWithin), locale);
    return locale === 'en' ? `Sends the WeCom message “${template}”, confirmed within ${limit}` : `发送企业微信消息「${template}」，${limit}内确认`;
  },
  reads: () => ({ events: [DELIVERED, NOT_DELIVERED] }),
  consent: ({ topic }) => ({ channel: 'wecom', topic }),
  enter: ({ config: given, lead }) => {
    const { template, topic } = given;
    const reason = whyNotSend({ channel: 'wecom', topic, consent: 'not-withdrawn' }, lead);
    if (reason !== null) return notSent(reason, 'unreachable');
    return {
      perform: PERFORM,
      because: say('send-wecom.creating', { template }),
      effects: [{ type: 'plan-message', channel: 'wecom', template, topic, config: given }],
    };
  },
  resume: (context, fact) => (context.cursor.memory === null ? afterCreating(context, fact) : afterConfirming(context, fact)),
  stays: ({ confirmWithin }) => ({ sent: { min: 0, max: durationOf(confirmWithin) }, 'not-sent': { min: 0, max: durationOf(confirmWithin) } }),
  outcomes: () => ['sent', 'not-delivered', 'expired', 'unreachable', 'failed', 'unknown'],
  simulate: (_config, { cursor }) => {
    const messageId = cursor.memory?.['messageId'] ?? `simulated-${cursor.node}`;
    return {
      answers: [
        {
          fact: { type: 'performed', outcome: 'created', result: { messageId } },
          afterMs: 0,
          share: 0.95,
          label: { 'zh-CN': '已创建', en: 'Created' },
        },
        { fact: { type: 'performed', outcome: 'unreachable' }, afterMs: 0, share: 0.05, label: { 'zh-CN': '不是好友', en: 'Not a contact' } },
        happens({ name: DELIVERED, properties: { messageId }, share: 0.85, afterMs: 2 * HOUR }),
        happens({ name: NOT_DELIVERED, properties: { messageId, reason: 'not-a-contact' }, share: 0.05, afterMs: 3 * HOUR }),
      ],
    };
  },
});

function afterCreating(context: Context, fact: Fact): NodeStep {
  const { template } = context.config;
  if (fact.type === 'failed') return notSent(say('send-wecom.not-delivered', { template, reason: fact.code }), 'failed');
  if (fact.type !== 'performed') return { perform: PERFORM, because: say('send-wecom.creating', { template }) };
  const { outcome, result } = fact;
  if (outcome === 'unknown') return notSent(say('send-wecom.unknown', { template }), outcome);
  if (outcome !== 'created') return notSent(say('send-wecom.not-delivered', { template, reason: reasonIn(result) ?? outcome }), outcome);
  const messageId = result?.['messageId'];
  // Counted from now: creating may itself have taken a while.
  const memory: JsonObject = { since: context.now, ...(typeof messageId === 'string' ? { messageId } : {}) };
  return lookOrWait(context, memory);
}

function afterConfirming(context: Context, fact: Fact): NodeStep {
  return lookOrWait(context, context.cursor.memory ?? {}, fact);
}

function lookOrWait(context: Context, memory: JsonObject, fact?: Fact): NodeStep {
  const { template, confirmWithin } = context.config;
  const patterns = [patternFor(DELIVERED, memory), patternFor(NOT_DELIVERED, memory)];
  const found = findAwaited({ patterns, since: context.cursor.arrivedAt }, context, fact);
  if (found !== null) return delivered(found, template, memory);
  const limit = durationOf(confirmWithin);
  const since = memory['since'];
  const until = (typeof since === 'number' ? since : context.cursor.arrivedAt) + limit;
  if (context.now >= until) return notSent(say('send-wecom.expired', { for: limit, template }), 'expired');
  return { wait: { until, events: patterns }, because: say('send-wecom.waiting', { template, until }), memory };
}

function delivered(event: EventView, template: string, memory: JsonObject): NodeStep {
  if (event.name === DELIVERED) return { go: 'sent', because: say('send-wecom.sent', { template }), outcome: 'sent', detail: memory };
  return notSent(say('send-wecom.not-delivered', { template, reason: reasonIn(event.properties) }), 'not-delivered');
}

/** Only reports about this very message count, once its id is known. */
function patternFor(event: string, { messageId }: { readonly messageId?: JsonObject[string] }): EventPattern {
  return messageId === undefined ? { event } : { event, where: [{ property: 'messageId', operator: 'is', value: messageId }] };
}

function notSent(because: Sentence, outcome: string): NodeStep {
  return { go: 'not-sent', because, outcome };
}
