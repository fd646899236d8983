import type { JourneyTemplate } from './journey-template.ts';

/** Sales takes over, in five days, or is reminded, or loses the lead to somebody else. */
export const salesFollowUp: JourneyTemplate = {
  key: 'sales-follow-up',
  title: { 'zh-CN': '销售跟进', en: 'Sales follow-up' },
  summary: {
    'zh-CN': '成为 SQL 并分配，五天内须有结果；逾期提醒一次，仍无则升级并收回。',
    en: 'Becomes an SQL and is assigned; a result is due in five days. One reminder, then it is escalated and taken back.',
  },
  settings: { reentry: 'after-exit' },
  steps: {
    entry: { kind: 'entry-manual', name: ['由其他旅程转入', 'Sent here by another journey'], to: 'sql' },
    sql: { kind: 'set-stage', name: ['成为 SQL', 'Becomes an SQL'], config: { stage: 'sql' }, to: 'pool' },
    pool: { kind: 'move-to-pool', name: ['销售池', 'Sales pool'], config: { pool: 'sales' }, to: 'assign' },
    assign: {
      kind: 'hand-to-sdr',
      name: ['分配销售', 'Assign'],
      config: { acceptWithin: '1d', respondWithin: '5d' },
      to: { qualified: 'opportunity', nurture: 'returned', later: 'returned', lost: 'lost', invalid: 'lost', 'no-response': 'once-more' },
    },
    opportunity: { kind: 'set-stage', name: ['成为商机', 'Becomes an opportunity'], config: { stage: 'opportunity' }, to: 'won-over' },
    'won-over': { kind: 'exit', name: ['商机', 'Opportunity'], config: { outcome: 'opportunity' } },
    returned: { kind: 'exit', name: ['退回市场', 'Returned'], config: { outcome: 'returned' } },
    lost: { kind: 'exit', name: ['已丢单', 'Lost'], config: { outcome: 'lost' } },
    'once-more': { kind: 'go-to', name: ['提醒一次', 'Remind once'], config: { times: 1 }, to: { next: 'remind', exhausted: 'escalate' } },
    remind: {
      kind: 'alert-owner',
      name: ['提醒销售', 'Remind'],
      config: (say) => ({ text: say('{{ lead.name }} 五天未跟进，请尽快处理', '{{ lead.name }} has been waiting for five days; please follow up') }),
      to: { next: 'assign', 'no-owner': 'assign' },
    },
    escalate: {
      kind: 'notify-staff',
      name: ['升级', 'Escalate'],
      config: (say) => ({ people: ['sales-lead'], text: say('{{ lead.name }} 两次逾期，已收回', '{{ lead.name }} was left twice; taken back') }),
      to: 'reclaim',
    },
    reclaim: { kind: 'move-to-pool', name: ['收回重新分配', 'Reclaim'], config: { pool: 'assignable' }, to: 'reclaimed' },
    reclaimed: { kind: 'exit', name: ['已收回', 'Reclaimed'], config: { outcome: 'reclaimed' } },
  },
};
