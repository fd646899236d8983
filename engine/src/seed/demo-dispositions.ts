import type { LocalText } from '@tendril/journey/model';

/** A disposition as the demo workspace begins with. */
export interface DemoDisposition {
  readonly key: string;
  readonly name: LocalText;
  /** What it does, in one sentence. */
  readonly consequence: LocalText;
  /** Port of the hand-off step by which the lead goes on. */
  readonly group: string;
  readonly stage: string | null;
  readonly pool: string | null;
}

/** Each answer an SDR may give has one fixed consequence. */
export const DEMO_DISPOSITIONS: readonly DemoDisposition[] = [
  {
    key: 'qualified',
    name: { 'zh-CN': '合格', en: 'Qualified' },
    consequence: { 'zh-CN': '成为 SQL，转入销售池，由销售跟进。', en: 'Becomes an SQL, moves to the sales pool and is worked by sales.' },
    group: 'qualified',
    stage: 'sql',
    pool: 'sales',
  },
  {
    key: 'need-unclear',
    name: { 'zh-CN': '需求不明确', en: 'Need unclear' },
    consequence: { 'zh-CN': '回到培育池，继续用内容培育。', en: 'Goes back to the nurture pool and is nurtured with content.' },
    group: 'nurture',
    stage: 'mql',
    pool: 'nurture',
  },
  {
    key: 'later-than-a-year',
    name: { 'zh-CN': '一年后才采购', en: 'Buys in more than a year' },
    consequence: { 'zh-CN': '回到培育池，低频保持联系。', en: 'Goes back to the nurture pool; contact is kept at long intervals.' },
    group: 'later',
    stage: 'mql',
    pool: 'nurture',
  },
  {
    key: 'lost-to-competitor',
    name: { 'zh-CN': '已选择竞争对手', en: 'Lost to a competitor' },
    consequence: { 'zh-CN': '转入沉默池，旅程结束。', en: 'Moves to the silent pool; the journey ends.' },
    group: 'lost',
    stage: 'lead',
    pool: 'silent',
  },
  {
    key: 'wrong-contact',
    name: { 'zh-CN': '信息错误或非目标', en: 'Wrong contact' },
    consequence: { 'zh-CN': '转入沉默池，旅程结束，不再转交。', en: 'Moves to the silent pool; the journey ends and does not hand over again.' },
    group: 'invalid',
    stage: 'lead',
    pool: 'silent',
  },
  {
    key: 'not-reached',
    name: { 'zh-CN': '多次未联系上', en: 'Not reached' },
    consequence: { 'zh-CN': '回到培育池，继续自动培育。', en: 'Goes back to the nurture pool and is nurtured automatically.' },
    group: 'nurture',
    stage: null,
    pool: 'nurture',
  },
];
