import { z } from 'zod';
import { defineSentences } from '../sentences/define-sentences.ts';
import { field } from './config-fields.ts';
import { defineNode } from './define-node.ts';
import { NOTIFY_OUTCOMES, notify, settleNotify, simulatedNotify } from './staff-message.ts';

const { texts, say } = defineSentences({
  'alert-owner.sending': { 'zh-CN': '提醒负责人 {{owner}}', en: 'Alerts the owner {{owner}}' },
  'alert-owner.sent': { 'zh-CN': '已提醒负责人 {{owner}}', en: 'Has alerted the owner {{owner}}' },
  'alert-owner.failed': { 'zh-CN': '未能提醒负责人 {{owner}}：{{reason}}', en: 'Could not alert the owner {{owner}}: {{reason}}' },
  'alert-owner.none': { 'zh-CN': '线索没有负责人，无人可提醒', en: 'The lead has no owner to alert' },
});

/** Tells the colleague who owns the lead that something noteworthy has happened. */
export const alertOwner = defineNode({
  kind: 'alert-owner',
  version: 1,
  family: 'people',
  icon: 'bell-ringing',
  title: { 'zh-CN': '提醒负责人', en: 'Alert owner' },
  help: {
    'zh-CN': '告诉线索的负责人有值得关注的动态，并附上线索概况；没有负责人时走「没有负责人」。',
    en: 'Tells the lead’s owner of noteworthy activity, with the lead’s profile. Leads without an owner go by “No owner”.',
  },
  config: z.object({
    text: field(z.string().max(2000).default(''), {
      label: { 'zh-CN': '内容（Liquid 模板）', en: 'Text (Liquid template)' },
      hint: 'long-text',
      help: { 'zh-CN': '留空则使用通用文字。', en: 'Empty: a general text.' },
    }),
  }),
  example: {},
  sentences: texts,
  ports: () => [
    { id: 'next', label: { 'zh-CN': '继续', en: 'Next' } },
    { id: 'no-owner', label: { 'zh-CN': '没有负责人', en: 'No owner' } },
  ],
  summary: (_config, locale) => (locale === 'en' ? 'Alerts the lead’s owner' : '提醒线索的负责人'),
  reads: () => ({ attributes: ['owner'] }),
  enter: ({ config, lead }) => {
    if (lead.owner === null) return { go: 'no-owner', because: say('alert-owner.none', {}) };
    return notify({ ...config, to: 'owner', people: [lead.owner] }, say('alert-owner.sending', { owner: lead.owner }));
  },
  resume: ({ lead }, fact) =>
    settleNotify(fact, {
      sending: say('alert-owner.sending', { owner: lead.owner }),
      sent: say('alert-owner.sent', { owner: lead.owner }),
      failed: (reason) => say('alert-owner.failed', { owner: lead.owner, reason }),
    }),
  outcomes: () => [...NOTIFY_OUTCOMES, 'no-owner'],
  simulate: () => simulatedNotify,
});
