import { z } from 'zod';
import type { Fact, Sentence } from '../model/index.ts';
import { defineSentences } from '../sentences/define-sentences.ts';
import { field, nonEmpty } from './config-fields.ts';
import { defineNode, type NodeStep, type StepContext } from './define-node.ts';
import { whyNotSend } from './may-send.ts';
import { NEXT_PORT } from './next-port.ts';
import { SEND_OUTCOMES, settledSend, simulatedSend } from './settled-send.ts';

const { texts, say } = defineSentences({
  'send-email.sending': { 'zh-CN': '发送邮件「{{template}}」', en: 'Sends the email “{{template}}”' },
  'send-email.sent': { 'zh-CN': '邮件「{{template}}」已发出', en: 'The email “{{template}}” was sent' },
  'send-email.skipped': { 'zh-CN': '邮件「{{template}}」未发送：{{reason}}', en: 'The email “{{template}}” was not sent: {{reason}}' },
  'send-email.failed': { 'zh-CN': '邮件「{{template}}」发送失败：{{reason}}', en: 'The email “{{template}}” failed: {{reason}}' },
  'send-email.unknown': {
    'zh-CN': '不确定邮件「{{template}}」是否已发出，不会重发',
    en: 'Nobody knows whether the email “{{template}}” went out; it is not sent again',
  },
});

const PERFORM = { effect: 'sendEmail', queue: 'email' } as const;

const config = z.object({
  template: field(nonEmpty, { label: { 'zh-CN': '邮件模板', en: 'Email template' }, hint: 'template-email' }),
  topic: field(nonEmpty.nullable().default(null), {
    label: { 'zh-CN': '许可主题', en: 'Consent topic' },
    hint: 'topic',
    help: { 'zh-CN': '营销邮件必须有主题；线索按主题给予或撤回许可。', en: 'Marketing mail needs one: leads give and withdraw consent by topic.' },
  }),
  consent: field(z.enum(['granted', 'not-withdrawn']).default('granted'), {
    label: { 'zh-CN': '所需许可', en: 'Consent needed' },
    hint: 'choice',
    options: {
      granted: { 'zh-CN': '已明确同意', en: 'Given' },
      'not-withdrawn': { 'zh-CN': '未撤回即可', en: 'Not withdrawn' },
    },
  }),
  service: field(z.boolean().default(false), {
    label: { 'zh-CN': '服务邮件（不需要许可主题）', en: 'Service mail (needs no consent topic)' },
    hint: 'toggle',
  }),
  branchWhenUnreachable: field(z.boolean().default(false), {
    label: { 'zh-CN': '无法送达时走单独出口', en: 'A way of its own when it cannot be sent' },
    hint: 'toggle',
  }),
});

type Config = z.output<typeof config>;

/** Sends an email by template, at most once. */
export const sendEmail = defineNode({
  kind: 'send-email',
  version: 1,
  family: 'act',
  icon: 'mail',
  title: { 'zh-CN': '发送邮件', en: 'Send email' },
  help: {
    'zh-CN': '按模板发送一封邮件；没有许可或地址时跳过并说明原因。',
    en: 'Sends one email by template; skips leads without consent or address, and says why.',
  },
  config,
  example: { template: 'thank-you', topic: 'nurture' },
  sentences: texts,
  ports: ({ branchWhenUnreachable }) => [
    NEXT_PORT,
    ...(branchWhenUnreachable ? [{ id: 'unreachable', label: { 'zh-CN': '未送达', en: 'Not sent' } }] : []),
  ],
  summary: ({ template, topic }, locale) => {
    if (locale === 'en') return `Sends the email “${template}”${topic === null ? '' : ` on “${topic}”`}`;
    return `发送邮件「${template}」${topic === null ? '' : `，主题「${topic}」`}`;
  },
  consent: ({ topic }) => ({ channel: 'email', topic }),
  enter: ({ config: given, lead }) => {
    const { template, topic, consent } = given;
    const reason = whyNotSend({ channel: 'email', topic, consent }, lead);
    if (reason !== null) return notSent(given, reason);
    return {
      perform: PERFORM,
      because: say('send-email.sending', { template }),
      effects: [{ type: 'plan-message', channel: 'email', template, topic, config: given }],
    };
  },
  resume: settle,
  outcomes: () => SEND_OUTCOMES,
  simulate: (_config, { cursor }) => simulatedSend(`simulated-${cursor.node}`),
});

function settle({ config: given }: StepContext<Config>, fact: Fact): NodeStep {
  const { template } = given;
  const settled = settledSend(fact);
  if (settled === null) return { perform: PERFORM, because: say('send-email.sending', { template }) };
  const { outcome, reason, detail } = settled;
  switch (outcome) {
    case 'sent':
      return { go: 'next', because: say('send-email.sent', { template }), outcome, detail };
    case 'unknown':
      return { go: 'next', because: say('send-email.unknown', { template }), outcome, detail };
    case 'skipped':
      return notSent(given, say('send-email.skipped', { template, reason }), outcome);
    case 'failed':
      return notSent(given, say('send-email.failed', { template, reason }), outcome);
  }
}

function notSent({ branchWhenUnreachable }: Config, because: Sentence, outcome = 'skipped'): NodeStep {
  return { go: branchWhenUnreachable ? 'unreachable' : 'next', because, outcome };
}
