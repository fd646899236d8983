import { z } from 'zod';
import type { Fact } from '../model/index.ts';
import { defineSentences } from '../sentences/define-sentences.ts';
import { field, nonEmpty } from './config-fields.ts';
import { defineNode, type NodeStep, type StepContext } from './define-node.ts';
import { whyNotSend } from './may-send.ts';
import { NEXT_PORT } from './next-port.ts';
import { SEND_OUTCOMES, settledSend, simulatedSend } from './settled-send.ts';

const { texts, say } = defineSentences({
  'send-sms.sending': { 'zh-CN': '发送短信「{{template}}」', en: 'Sends the text message “{{template}}”' },
  'send-sms.sent': { 'zh-CN': '短信「{{template}}」已交给短信网关', en: 'The text message “{{template}}” was given to the gateway' },
  'send-sms.skipped': { 'zh-CN': '短信「{{template}}」未发送：{{reason}}', en: 'The text message “{{template}}” was not sent: {{reason}}' },
  'send-sms.failed': { 'zh-CN': '短信「{{template}}」发送失败：{{reason}}', en: 'The text message “{{template}}” failed: {{reason}}' },
  'send-sms.unknown': {
    'zh-CN': '不确定短信「{{template}}」是否已发出，不会重发',
    en: 'Nobody knows whether the text message “{{template}}” went out; it is not sent again',
  },
});

const PERFORM = { effect: 'callWebhook', queue: 'webhook' } as const;

const config = z.object({
  template: field(nonEmpty, { label: { 'zh-CN': '短信模板', en: 'SMS template' }, hint: 'template-sms' }),
  topic: field(nonEmpty.nullable().default(null), { label: { 'zh-CN': '许可主题', en: 'Consent topic' }, hint: 'topic' }),
  service: field(z.boolean().default(false), {
    label: { 'zh-CN': '服务短信（不需要许可主题）', en: 'Service message (needs no consent topic)' },
    hint: 'toggle',
  }),
});

/** Sends a text message through the webhook of the company's SMS gateway, at most once. */
export const sendSms = defineNode({
  kind: 'send-sms',
  version: 1,
  family: 'act',
  icon: 'device-mobile-message',
  title: { 'zh-CN': '发送短信', en: 'Send SMS' },
  help: { 'zh-CN': '通过贵公司的短信网关（Webhook）发送一条短信。', en: 'Sends a text message through your SMS gateway by webhook.' },
  config,
  example: { template: 'live-reminder', topic: 'events' },
  sentences: texts,
  ports: () => [NEXT_PORT],
  summary: ({ template, topic }, locale) => {
    if (locale === 'en') return `Sends the text message “${template}”${topic === null ? '' : ` on “${topic}”`}`;
    return `发送短信「${template}」${topic === null ? '' : `，主题「${topic}」`}`;
  },
  consent: ({ topic }) => ({ channel: 'sms', topic }),
  enter: ({ config: given, lead }) => {
    const { template, topic } = given;
    const reason = whyNotSend({ channel: 'sms', topic, consent: 'granted' }, lead);
    if (reason !== null) return { go: 'next', because: reason, outcome: 'skipped' };
    return {
      perform: PERFORM,
      because: say('send-sms.sending', { template }),
      effects: [{ type: 'plan-message', channel: 'sms', template, topic, config: given }],
    };
  },
  resume: settle,
  outcomes: () => SEND_OUTCOMES,
  simulate: (_config, { cursor }) => simulatedSend(`simulated-${cursor.node}`),
});

function settle({ config: { template } }: StepContext<z.output<typeof config>>, fact: Fact): NodeStep {
  const settled = settledSend(fact);
  if (settled === null) return { perform: PERFORM, because: say('send-sms.sending', { template }) };
  const { outcome, reason, detail } = settled;
  if (outcome === 'sent' || outcome === 'unknown') return { go: 'next', because: say(`send-sms.${outcome}`, { template }), outcome, detail };
  return { go: 'next', because: say(`send-sms.${outcome}`, { template, reason }), outcome, detail };
}
