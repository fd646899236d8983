import type { JourneyDocument } from '../model/index.ts';
import { draw } from './draw.ts';

/**
 * The pre-nurture SOP for new leads: thank, inform, watch for interest, then gate: who is ready goes to the SDRs, the
 * rest to the silent pool. Deadlines for people are generous, so that a demo on a fast clock leaves time to act.
 */
export const preNurtureSop: JourneyDocument = draw(
  '预培育 SOP（Pre-nurture SOP）',
  {},
  {
    entry: { kind: 'entry-new-lead', name: '新线索进入', column: 1, row: 0, to: { next: 'thank-you' } },
    'thank-you': {
      kind: 'send-email',
      name: '感谢注册',
      config: { template: 'thank-you', topic: 'nurture' },
      column: 1,
      row: 1,
      to: { next: 'one-day' },
    },
    'one-day': { kind: 'wait', name: '等一天', config: { for: '1d' }, column: 1, row: 2, to: { next: 'content' } },
    content: {
      kind: 'send-email',
      name: '行业内容',
      config: { template: 'content-by-industry', topic: 'nurture' },
      column: 1,
      row: 3,
      to: { next: 'pricing-page' },
    },
    'pricing-page': {
      kind: 'wait-for-event',
      name: '看了价格页？',
      config: {
        events: [{ event: 'Page Viewed', where: [{ property: 'path', operator: 'starts-with', value: '/pricing' }] }],
        timeout: '3d',
        lookBack: '30d',
      },
      column: 1,
      row: 4,
      to: { happened: 'gate', timeout: 'gate' },
    },
    gate: {
      kind: 'score-gate',
      name: '评分闸门',
      config: { outcomes: [{ id: 'high', combine: 'any', minScore: 80, minIntent: 'high' }] },
      column: 1,
      row: 5,
      to: { high: 'wecom', low: 'silent-pool' },
    },
    wecom: {
      kind: 'send-wecom',
      name: '企业微信邀约',
      config: { template: 'wecom-invite', topic: 'nurture', confirmWithin: '30d' },
      column: 0,
      row: 6,
      to: { sent: 'sdr', 'not-sent': 'sdr' },
    },
    sdr: {
      kind: 'hand-to-sdr',
      name: '转交 SDR',
      config: { acceptWithin: '2d', respondWithin: '30d' },
      column: 0,
      row: 7,
      to: {
        qualified: 'sales-pool',
        nurture: 'nurture-pool',
        later: 'nurture-pool',
        lost: 'lost',
        invalid: 'invalid',
        'no-response': 'unanswered',
      },
    },
    'sales-pool': { kind: 'move-to-pool', name: '转入销售池', config: { pool: 'sales' }, column: -2, row: 8, to: { next: 'qualified' } },
    qualified: { kind: 'exit', name: '合格', config: { outcome: 'qualified' }, column: -2, row: 9 },
    'nurture-pool': { kind: 'move-to-pool', name: '回到培育池', config: { pool: 'nurture' }, column: -1, row: 8, to: { next: 'nurture-again' } },
    'nurture-again': { kind: 'exit', name: '继续培育', config: { outcome: 'nurture' }, column: -1, row: 9 },
    lost: { kind: 'exit', name: '已丢单', config: { outcome: 'lost' }, column: 0, row: 9 },
    invalid: { kind: 'exit', name: '无效线索', config: { outcome: 'invalid' }, column: 1, row: 9 },
    unanswered: { kind: 'exit', name: '未响应', config: { outcome: 'no-response' }, column: 2, row: 9 },
    'silent-pool': { kind: 'move-to-pool', name: '移入沉默池', config: { pool: 'silent' }, column: 3, row: 6, to: { next: 'silent' } },
    silent: { kind: 'exit', name: '沉默', config: { outcome: 'silent' }, column: 3, row: 7 },
  },
);
