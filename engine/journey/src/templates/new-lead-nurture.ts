import type { JourneyTemplate } from './journey-template.ts';
import { ANY_INTERACTION, ASSIGNABLE_GATE, BUYING_INTEREST, didWithin, GENTLE_SETTINGS, IS_KNOWN_CUSTOMER } from './parts.ts';

/** The pre-nurture SOP for new leads, in full: verify, thank, ask, inform, gate. */
export const newLeadNurture: JourneyTemplate = {
  key: 'new-lead-nurture',
  title: { 'zh-CN': '新线索预培育（完整版）', en: 'New-lead nurture, in full' },
  summary: {
    'zh-CN': '核对身份与资料，致谢，补全信息，按行业推送内容，再过闸门：成熟的转 SDR，其余分层继续培育或转入沉默池。',
    en: 'Verifies who the lead is, thanks, asks for what is missing, sends content, then gates: the ready go to SDRs, the rest are nurtured on or go silent.',
  },
  settings: { ...GENTLE_SETTINGS, caps: [{ channel: 'email', count: 3, per: '7d' }] },
  steps: {
    entry: { kind: 'entry-new-lead', name: ['新线索进入培育池', 'New lead'], to: 'known' },
    again: { kind: 'entry-manual', name: ['由其他旅程转入', 'Sent here by another journey'], to: 'known' },
    known: {
      kind: 'if-else',
      name: ['已是客户或商机？', 'Known customer?'],
      config: { condition: IS_KNOWN_CUSTOMER },
      to: { yes: 'tell-owner', no: 'attribution' },
    },
    'tell-owner': {
      kind: 'sub-journey',
      name: ['老客户提醒', 'Known-customer alert'],
      config: { journey: 'known-customer', wait: false },
      to: 'with-owner',
    },
    'with-owner': { kind: 'exit', name: ['交给负责人', 'With the owner'], config: { outcome: 'with-owner' } },
    attribution: {
      kind: 'set-attribute',
      name: ['记录归因', 'Attribution'],
      config: { field: 'attribution', value: 'first-touch' },
      to: 'contact-data',
    },
    'contact-data': {
      kind: 'if-else',
      name: ['联系信息有效？', 'Contact data sound?'],
      config: {
        condition: {
          all: [
            { test: { of: 'attribute', field: 'email' }, operator: 'known' },
            { test: { of: 'attribute', field: 'phone' }, operator: 'known' },
            { test: { of: 'attribute', field: 'company' }, operator: 'known' },
          ],
        },
      },
      to: { yes: 'thank-you', no: 'deduct' },
    },
    deduct: { kind: 'adjust-score', name: ['信息不全扣分', 'Deduct for gaps'], config: { dimension: 'fit', points: -10 }, to: 'thank-you' },
    'thank-you': { kind: 'send-email', name: ['感谢注册', 'Thank-you'], config: { template: 'thank-you', topic: 'nurture' }, to: 'one-day' },
    'one-day': { kind: 'wait', name: ['等一天', 'A day'], config: { for: '1d' }, to: 'ask-profile' },
    'ask-profile': {
      kind: 'send-email',
      name: ['用资料换信息', 'Ask for what is missing'],
      config: { template: 'ask-profile', topic: 'nurture' },
      to: 'answered',
    },
    answered: {
      kind: 'wait-for-event',
      name: ['已填写或已打开？', 'Answered or opened?'],
      config: { events: [{ event: 'Form Submitted' }, { event: 'Content Opened' }], timeout: '3d' },
      to: { happened: 'content', timeout: 'content' },
    },
    content: {
      kind: 'send-email',
      name: ['行业内容', 'Content by industry'],
      config: { template: 'content-by-industry', topic: 'nurture' },
      to: 'interest',
    },
    interest: {
      kind: 'wait-for-event',
      name: ['表现出购买兴趣？', 'Interest in buying?'],
      config: { events: BUYING_INTEREST, timeout: '5d' },
      to: { happened: 'gate', timeout: 'gate' },
    },
    gate: { kind: 'score-gate', name: ['评分闸门', 'Score gate'], config: ASSIGNABLE_GATE, to: { high: 'assignable', low: 'active' } },
    assignable: { kind: 'move-to-pool', name: ['转入可分配池', 'To the assignable pool'], config: { pool: 'assignable' }, to: 'sdr' },
    sdr: { kind: 'sub-journey', name: ['SDR 培育', 'SDR nurture'], config: { journey: 'sdr-nurture', wait: false }, to: 'handed-over' },
    'handed-over': { kind: 'exit', name: ['已转交', 'Handed over'], config: { outcome: 'handed-over' } },
    active: {
      kind: 'if-else',
      name: ['近一个月有互动？', 'Active last month?'],
      config: {
        condition: didWithin(
          30,
          ANY_INTERACTION.map(({ event }) => String(event)),
        ),
      },
      to: { yes: 'drip', no: 'silent' },
    },
    drip: { kind: 'sub-journey', name: ['分阶段内容', 'Staged content'], config: { journey: 'staged-content', wait: false }, to: 'nurtured-on' },
    'nurtured-on': { kind: 'exit', name: ['继续培育', 'Nurtured on'], config: { outcome: 'nurture' } },
    silent: {
      kind: 'sub-journey',
      name: ['沉默线索 SOP', 'Silent long tail'],
      config: { journey: 'silent-long-tail', wait: false },
      to: 'gone-silent',
    },
    'gone-silent': { kind: 'exit', name: ['转入沉默', 'Gone silent'], config: { outcome: 'silent' } },
  },
};
