import type { JourneyTemplate } from './journey-template.ts';

/** SDR nurture, called by others: people talk while content goes on. */
export const sdrNurture: JourneyTemplate = {
  key: 'sdr-nurture',
  title: { 'zh-CN': 'SDR 培育与转交', en: 'SDR nurture and hand-over' },
  summary: {
    'zh-CN': '转交 SDR 跟进，同时自动内容不停；合格的转销售，其余按处置结果回到培育或结束。',
    en: 'Hands the lead to an SDR while staged content goes on; who qualifies goes to sales, the others back to nurture or out.',
  },
  settings: { reentry: 'after-exit' },
  steps: {
    entry: { kind: 'entry-manual', name: ['由其他旅程转入', 'Sent here by another journey'], to: 'drip' },
    drip: { kind: 'sub-journey', name: ['同时推送内容', 'Content meanwhile'], config: { journey: 'staged-content', wait: false }, to: 'sdr' },
    sdr: {
      kind: 'hand-to-sdr',
      name: ['转交 SDR', 'Hand to SDR'],
      config: { acceptWithin: '4h', respondWithin: '30d' },
      to: { qualified: 'sql', nurture: 'nurture-pool', later: 'nurture-pool', lost: 'lost', invalid: 'deduct', 'no-response': 'remind' },
    },
    sql: { kind: 'set-stage', name: ['成为 SQL', 'Becomes an SQL'], config: { stage: 'sql' }, to: 'sales' },
    sales: { kind: 'sub-journey', name: ['销售跟进', 'Sales follow-up'], config: { journey: 'sales-follow-up', wait: false }, to: 'qualified' },
    qualified: { kind: 'exit', name: ['合格', 'Qualified'], config: { outcome: 'qualified' } },
    'nurture-pool': { kind: 'move-to-pool', name: ['回到培育池', 'Back to nurture'], config: { pool: 'nurture' }, to: 'nurture' },
    nurture: { kind: 'exit', name: ['继续培育', 'Nurtured on'], config: { outcome: 'nurture' } },
    lost: { kind: 'exit', name: ['已丢单', 'Lost'], config: { outcome: 'lost' } },
    deduct: { kind: 'adjust-score', name: ['无效扣分', 'Deduct'], config: { dimension: 'fit', points: -30 }, to: 'invalid' },
    invalid: { kind: 'exit', name: ['无效', 'Invalid'], config: { outcome: 'invalid' } },
    remind: {
      kind: 'notify-staff',
      name: ['提醒 SDR 主管', 'Tell the SDR lead'],
      config: (say) => ({
        people: ['sdr-lead'],
        text: say('{{ lead.name }} 30 天无处置结果，已收回', 'No disposition for {{ lead.name }} in 30 days; taken back'),
      }),
      to: 'nurture-pool',
    },
  },
};
