import type { JourneyTemplate } from './journey-template.ts';
import { ANY_INTERACTION, GENTLE_SETTINGS } from './parts.ts';

/** Re-activation of customers that were served before and have gone quiet. */
export const customerReactivation: JourneyTemplate = {
  key: 'customer-reactivation',
  title: { 'zh-CN': '旧客户唤醒', en: 'Re-activation of old customers' },
  summary: {
    'zh-CN': '老客户沉寂后按行业邀约，最多三轮；有反应即提醒负责人，无反应转入沉默池。有在谈商机的不打扰。',
    en: 'Invites quiet customers by industry, in three rounds at most; a reaction is told to the owner. Those with an open deal are left to it.',
  },
  settings: { ...GENTLE_SETTINGS, reentry: { after: '180d' } },
  steps: {
    segment: {
      kind: 'entry-segment',
      name: ['老客户人群', 'Old customers'],
      config: { segment: 'served-customers', when: 'enters' },
      to: 'in-talks',
    },
    entry: { kind: 'entry-manual', name: ['由其他旅程转入', 'Sent here by another journey'], to: 'in-talks' },
    'in-talks': {
      kind: 'if-else',
      name: ['有在谈商机？', 'Open deal?'],
      config: { condition: { test: { of: 'stage' }, operator: 'is', value: 'opportunity' } },
      to: { yes: 'with-owner', no: 'industry' },
    },
    'with-owner': { kind: 'exit', name: ['负责人在谈', 'In talks'], config: { outcome: 'with-owner' } },
    industry: {
      kind: 'branch',
      name: ['按行业选内容', 'By industry'],
      config: (say) => ({
        branches: [
          {
            id: 'software',
            label: say('软件业', 'Software'),
            condition: { test: { of: 'attribute', field: 'industry' }, operator: 'in', value: ['软件', 'Software', 'SaaS'] },
          },
          {
            id: 'medical',
            label: say('医疗业', 'Medical'),
            condition: { test: { of: 'attribute', field: 'industry' }, operator: 'in', value: ['医疗器械', '医药', 'Medical'] },
          },
        ],
      }),
      to: { software: 'invite-software', medical: 'invite-medical', else: 'invite' },
    },
    'invite-software': {
      kind: 'send-email',
      name: ['软件业邀约', 'Invitation, software'],
      config: { template: 'reactivate-software', topic: 'nurture' },
      to: 'together',
    },
    'invite-medical': {
      kind: 'send-email',
      name: ['医疗业邀约', 'Invitation, medical'],
      config: { template: 'reactivate-medical', topic: 'nurture' },
      to: 'together',
    },
    invite: { kind: 'send-email', name: ['通用邀约', 'Invitation'], config: { template: 'reactivate', topic: 'nurture' }, to: 'together' },
    together: { kind: 'merge', name: ['汇合', 'Together'], to: 'reaction' },
    reaction: {
      kind: 'wait-for-event',
      name: ['有反应？', 'Any reaction?'],
      config: { events: ANY_INTERACTION, timeout: '7d' },
      to: { happened: 'tell', timeout: 'month' },
    },
    month: { kind: 'wait', name: ['等一个月', 'A month'], config: { for: '30d' }, to: 'rounds' },
    rounds: { kind: 'go-to', name: ['再一轮', 'Another round'], config: { times: 2 }, to: { next: 'industry', exhausted: 'silent' } },
    silent: {
      kind: 'sub-journey',
      name: ['沉默线索 SOP', 'Silent long tail'],
      config: { journey: 'silent-long-tail', wait: false },
      to: 'no-reaction',
    },
    'no-reaction': { kind: 'exit', name: ['三轮无反应', 'No reaction'], config: { outcome: 'silent' } },
    tell: {
      kind: 'alert-owner',
      name: ['提醒负责人', 'Tell the owner'],
      config: (say) => ({ text: say('你的客户 {{ lead.name }} 有值得关注的新动向', 'Your customer {{ lead.name }} has a noteworthy new activity') }),
      to: { next: 'awake', 'no-owner': 'tell-lead' },
    },
    'tell-lead': {
      kind: 'notify-staff',
      name: ['提醒销售主管', 'Tell the sales lead'],
      config: (say) => ({
        people: ['sales-lead'],
        text: say('老客户 {{ lead.name }} 有新动向，尚无负责人', 'Old customer {{ lead.name }} is active and has no owner'),
      }),
      to: 'awake',
    },
    awake: { kind: 'exit', name: ['已唤醒', 'Re-activated'], config: { outcome: 'reactivated' } },
  },
};
