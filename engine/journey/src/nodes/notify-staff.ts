import { z } from 'zod';
import { defineSentences } from '../sentences/define-sentences.ts';
import { field, nonEmpty } from './config-fields.ts';
import { defineNode } from './define-node.ts';
import { NEXT_PORT } from './next-port.ts';
import { NOTIFY_OUTCOMES, notify, settleNotify, simulatedNotify } from './staff-message.ts';

const { texts, say } = defineSentences({
  'notify-staff.sending': { 'zh-CN': '通知 {{people, terms}}', en: 'Notifies {{people, terms}}' },
  'notify-staff.sent': { 'zh-CN': '已通知 {{people, terms}}', en: 'Has notified {{people, terms}}' },
  'notify-staff.failed': { 'zh-CN': '未能通知 {{people, terms}}：{{reason}}', en: 'Could not notify {{people, terms}}: {{reason}}' },
});

/** Tells named colleagues something about the lead. */
export const notifyStaff = defineNode({
  kind: 'notify-staff',
  version: 1,
  family: 'people',
  icon: 'bell',
  title: { 'zh-CN': '通知员工', en: 'Notify staff' },
  help: {
    'zh-CN': '给指定员工发一条关于该线索的通知；失败不影响线索。',
    en: 'Sends named colleagues a note about the lead. If that fails, the lead goes on all the same.',
  },
  config: z.object({
    people: field(z.array(nonEmpty).min(1), { label: { 'zh-CN': '员工', en: 'People' }, hint: 'people' }),
    text: field(nonEmpty.max(2000), { label: { 'zh-CN': '内容（Liquid 模板）', en: 'Text (Liquid template)' }, hint: 'long-text' }),
  }),
  example: { people: ['zhangsan'], text: '{{ lead.name }} 报名了直播' },
  sentences: texts,
  ports: () => [NEXT_PORT],
  summary: ({ people }, locale) => (locale === 'en' ? `Notifies ${people.join(', ')}` : `通知 ${people.join('、')}`),
  enter: ({ config }) => notify({ ...config, to: 'people' }, say('notify-staff.sending', { people: config.people.join('|') })),
  resume: ({ config }, fact) => {
    const people = config.people.join('|');
    return settleNotify(fact, {
      sending: say('notify-staff.sending', { people }),
      sent: say('notify-staff.sent', { people }),
      failed: (reason) => say('notify-staff.failed', { people, reason }),
    });
  },
  outcomes: () => NOTIFY_OUTCOMES,
  simulate: () => simulatedNotify,
});
