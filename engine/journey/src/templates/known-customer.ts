import type { JourneyTemplate } from './journey-template.ts';
import { IS_KNOWN_CUSTOMER } from './parts.ts';

/** A known customer shows up again: no new assignment, the owner is told. */
export const knownCustomer: JourneyTemplate = {
  key: 'known-customer',
  title: { 'zh-CN': '老客户提醒', en: 'Known-customer alert' },
  summary: {
    'zh-CN': '已是客户、在跟或有商机的线索不重新分配，只把新动向告诉负责人。',
    en: 'Leads that are customers or in talks are not assigned anew; their owner is told what they did.',
  },
  settings: { reentry: 'after-exit' },
  steps: {
    entry: { kind: 'entry-new-lead', name: ['再次出现', 'Shows up again'], config: { filter: IS_KNOWN_CUSTOMER }, to: 'tell' },
    called: { kind: 'entry-manual', name: ['由其他旅程转入', 'Sent here by another journey'], to: 'tell' },
    tell: {
      kind: 'alert-owner',
      name: ['告诉负责人', 'Tell the owner'],
      config: (say) => ({
        text: say('你的客户 {{ lead.name }}（{{ lead.company }}）又有新动向', 'Your customer {{ lead.name }} ({{ lead.company }}) is active again'),
      }),
      to: { next: 'told', 'no-owner': 'tell-lead' },
    },
    'tell-lead': {
      kind: 'notify-staff',
      name: ['告诉销售主管', 'Tell the sales lead'],
      config: (say) => ({
        people: ['sales-lead'],
        text: say('老客户 {{ lead.name }} 没有负责人，请指定', 'Customer {{ lead.name }} has no owner; please assign one'),
      }),
      to: 'told',
    },
    told: { kind: 'exit', name: ['已告知', 'Told'], config: { outcome: 'owner-told' } },
  },
};
