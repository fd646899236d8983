import type { JourneyTemplate } from './journey-template.ts';
import { ANY_INTERACTION, READY_GATE } from './parts.ts';

/** One pool and one SOP for all silent leads: little, useful, not selling, for a long time. */
export const silentLongTail: JourneyTemplate = {
  key: 'silent-long-tail',
  title: { 'zh-CN': '沉默线索 SOP', en: 'Silent long tail' },
  summary: {
    'zh-CN': '一个月无互动的线索进入统一沉默池，每月一封有用而不推销的内容；有互动即重新评分。',
    en: 'Leads without activity for a month go to one silent pool and get one useful, non-selling mail a month; whoever reacts is gated again.',
  },
  settings: {
    reentry: 'after-exit',
    quietHours: { from: '21:00', to: '09:00' },
    caps: [{ channel: 'any', count: 1, per: '14d' }],
    exits: [{ when: { event: { event: 'Unsubscribed' } }, outcome: 'unsubscribed' }],
  },
  steps: {
    silence: { kind: 'entry-silence', name: ['一个月没有互动', 'Silent for a month'], config: { for: '30d' }, to: 'pool' },
    entry: { kind: 'entry-manual', name: ['由其他旅程转入', 'Sent here by another journey'], to: 'pool' },
    pool: { kind: 'move-to-pool', name: ['统一沉默池', 'The silent pool'], config: { pool: 'silent' }, to: 'month' },
    month: { kind: 'wait', name: ['等一个月', 'A month'], config: { for: '30d' }, to: 'office-hours' },
    'office-hours': {
      kind: 'wait-for-window',
      name: ['工作时间', 'Office hours'],
      config: { calendar: 'china', from: '10:00', to: '17:00' },
      to: 'evergreen',
    },
    evergreen: { kind: 'send-email', name: ['常青内容', 'Evergreen content'], config: { template: 'evergreen', topic: 'nurture' }, to: 'reaction' },
    reaction: {
      kind: 'wait-for-event',
      name: ['有任何互动？', 'Any activity?'],
      config: { events: ANY_INTERACTION, timeout: '14d' },
      to: { happened: 'gate', timeout: 'again' },
    },
    again: { kind: 'go-to', name: ['下个月再试', 'Again next month'], config: { times: 11 }, to: { next: 'month', exhausted: 'archived' } },
    archived: { kind: 'exit', name: ['一年无互动', 'A year of silence'], config: { outcome: 'archived' } },
    gate: { kind: 'score-gate', name: ['重新评分', 'Gate'], config: READY_GATE, to: { high: 'sdr', low: 'nurture-pool' } },
    sdr: { kind: 'sub-journey', name: ['SDR 培育', 'SDR nurture'], config: { journey: 'sdr-nurture', wait: false }, to: 'awake' },
    awake: { kind: 'exit', name: ['被唤醒', 'Woken up'], config: { outcome: 'ready' } },
    'nurture-pool': { kind: 'move-to-pool', name: ['回到培育池', 'Back to nurture'], config: { pool: 'nurture' }, to: 'drip' },
    drip: { kind: 'sub-journey', name: ['分阶段内容', 'Staged content'], config: { journey: 'staged-content', wait: false }, to: 'nurtured-on' },
    'nurtured-on': { kind: 'exit', name: ['继续培育', 'Nurtured on'], config: { outcome: 'nurture' } },
  },
};
