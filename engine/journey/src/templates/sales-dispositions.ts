import type { JsonObject } from '../model/index.ts';
import type { JourneyTemplate, Words } from './journey-template.ts';
import { READY_GATE } from './parts.ts';

const DISPOSITIONS: readonly (readonly [id: string, key: string, ...label: Words])[] = [
  ['later', 'later-than-a-year', '一年后', 'In more than a year'],
  ['unclear', 'need-unclear', '需求不明确', 'Need unclear'],
  ['competitor', 'lost-to-competitor', '被竞争对手拿下', 'Lost to a competitor'],
  ['no-intent', 'no-intent', '暂无意向', 'No intent now'],
  ['wrong', 'wrong-contact', '信息错误', 'Wrong contact'],
  ['not-reached', 'not-reached', '未联系上', 'Not reached'],
];

/** The disposition by which the lead came in is the newest one on record. */
function isDisposition(key: string): JsonObject {
  const where = [{ property: 'disposition', operator: 'is', value: key }];
  return { test: { of: 'events', name: 'SDR Disposition', measure: 'last', withinDays: 1, where }, operator: 'known' };
}

/** What each conclusion of sales means: every one has its fixed next action. */
export const salesDispositions: JourneyTemplate = {
  key: 'sales-dispositions',
  title: { 'zh-CN': '销售处置之后', en: 'After the sales disposition' },
  summary: {
    'zh-CN': '每个处置结果都有固定的下一步：一年后的定期再触达，需求不明的回培育，丢单的换内容再唤醒，无效的扣分出局。',
    en: 'Every disposition has its fixed next action: later buyers are met again in time, unclear needs are nurtured, lost deals re-activated, wrong data removed.',
  },
  settings: { reentry: 'after-exit' },
  steps: {
    entry: {
      kind: 'entry-event',
      name: ['处置结果', 'Disposition'],
      config: { event: 'SDR Disposition', where: [{ property: 'disposition', operator: 'is-not', value: 'qualified' }] },
      to: 'which',
    },
    which: {
      kind: 'branch',
      name: ['哪种结果？', 'Which one?'],
      config: (say) => ({
        branches: DISPOSITIONS.map(([id, key, ...label]) => ({ id, label: say(...label), condition: isDisposition(key) })),
      }),
      to: {
        later: 'expected',
        unclear: 'back-to-nurture',
        competitor: 'who-won',
        'no-intent': 'archive',
        wrong: 'deduct',
        'not-reached': 'tell-lead',
        else: 'other',
      },
    },
    expected: {
      kind: 'set-attribute',
      name: ['预计采购日', 'Expected date'],
      config: { field: 'expectedPurchase', from: 'event', property: 'expectedAt' },
      to: 'quarter-before',
    },
    'quarter-before': {
      kind: 'wait-until',
      name: ['提前三个月', 'Three months before'],
      config: { what: 'attribute', attribute: 'expectedPurchase', offsetDays: -90, at: '10:00' },
      to: { next: 'sdr-again', unknown: 'half-year' },
    },
    'half-year': { kind: 'wait', name: ['等半年', 'Half a year'], config: { for: '180d' }, to: 'sdr-again' },
    'sdr-again': {
      kind: 'sub-journey',
      name: ['再次转交 SDR', 'To an SDR again'],
      config: { journey: 'sdr-nurture', timeout: '60d' },
      to: { next: 'met-again', timeout: 'met-again' },
    },
    'met-again': { kind: 'exit', name: ['已再次接触', 'Met again'], config: { outcome: 'met-again' } },
    'back-to-nurture': { kind: 'move-to-pool', name: ['回到培育池', 'Back to nurture'], config: { pool: 'nurture' }, to: 'educate' },
    educate: {
      kind: 'content-track',
      name: ['教育内容', 'Education'],
      config: { items: [{ template: 'why-buy' }, { template: 'what-if-not' }, { template: 'how-to-choose' }], topic: 'nurture' },
      to: { next: 'two-weeks', exhausted: 'gate' },
    },
    'two-weeks': { kind: 'wait', name: ['等两周', 'Two weeks'], config: { for: '14d' }, to: 'more' },
    more: { kind: 'go-to', name: ['再来一篇', 'One more'], config: { times: 3 }, to: { next: 'educate', exhausted: 'gate' } },
    gate: { kind: 'score-gate', name: ['评分闸门', 'Score gate'], config: READY_GATE, to: { high: 'sdr-again', low: 'nurtured-on' } },
    'nurtured-on': { kind: 'exit', name: ['继续培育', 'Nurtured on'], config: { outcome: 'nurture' } },
    'who-won': {
      kind: 'set-attribute',
      name: ['记录对手', 'Who won'],
      config: { field: 'competitor', from: 'event', property: 'competitor' },
      to: 'contract-term',
    },
    'contract-term': { kind: 'wait', name: ['等合同期', 'The contract’s term'], config: { for: '270d' }, to: 'win-back' },
    'win-back': {
      kind: 'sub-journey',
      name: ['旧客户唤醒', 'Re-activation'],
      config: { journey: 'customer-reactivation', wait: false },
      to: 'tried-again',
    },
    'tried-again': { kind: 'exit', name: ['再次唤醒', 'Tried again'], config: { outcome: 'win-back' } },
    archive: { kind: 'tag', name: ['暂无意向', 'No intent now'], config: { tag: '暂无意向', weight: 1 }, to: 'silent' },
    silent: { kind: 'sub-journey', name: ['沉默线索 SOP', 'Silent long tail'], config: { journey: 'silent-long-tail', wait: false }, to: 'archived' },
    archived: { kind: 'exit', name: ['已归档', 'Archived'], config: { outcome: 'silent' } },
    deduct: { kind: 'adjust-score', name: ['无效扣分', 'Deduct'], config: { dimension: 'fit', points: -30 }, to: 'removed' },
    removed: { kind: 'exit', name: ['移出培育', 'Removed'], config: { outcome: 'removed' } },
    'tell-lead': {
      kind: 'notify-staff',
      name: ['升级提醒', 'Escalate'],
      config: (say) => ({
        people: ['sales-lead'],
        text: say('{{ lead.name }} 多次未联系上，已收回重新分配', '{{ lead.name }} could not be reached; taken back for reassignment'),
      }),
      to: 'reclaim',
    },
    reclaim: { kind: 'move-to-pool', name: ['收回重新分配', 'Reclaim'], config: { pool: 'assignable' }, to: 'reclaimed' },
    reclaimed: { kind: 'exit', name: ['已收回', 'Reclaimed'], config: { outcome: 'reclaimed' } },
    other: { kind: 'move-to-pool', name: ['其他：回到培育池', 'Other: back to nurture'], config: { pool: 'nurture' }, to: 'nurtured-on' },
  },
};
