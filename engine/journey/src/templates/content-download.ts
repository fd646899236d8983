import type { JourneyTemplate } from './journey-template.ts';
import { ASSIGNABLE_GATE } from './parts.ts';

/** A white paper is downloaded: whether it is really read decides what comes next. */
export const contentDownload: JourneyTemplate = {
  key: 'content-download',
  title: { 'zh-CN': '下载资料', en: 'Content download' },
  summary: {
    'zh-CN': '下载不等于阅读：看是否真正打开、打开几次，分别提醒、推下一篇或加兴趣权重，再过闸门。',
    en: 'A download is not a reading: by whether and how often it is opened, reminds, sends the next piece or strengthens the interest; then the gate.',
  },
  settings: { reentry: 'after-exit', quietHours: { from: '21:00', to: '09:00' } },
  steps: {
    entry: { kind: 'entry-event', name: ['下载资料', 'Downloads'], config: { event: 'Content Downloaded' }, to: 'known' },
    known: {
      kind: 'if-else',
      name: ['已留过资料？', 'Already known?'],
      config: { condition: { test: { of: 'attribute', field: 'email' }, operator: 'known' } },
      to: { yes: 'opened', no: 'form' },
    },
    form: {
      kind: 'wait-for-event',
      name: ['填写一次表单', 'Form, once'],
      config: { events: [{ event: 'Form Submitted' }], timeout: '1d', lookBack: '1h' },
      to: { happened: 'opened', timeout: 'anonymous' },
    },
    anonymous: { kind: 'exit', name: ['未留资料', 'Stayed anonymous'], config: { outcome: 'anonymous' } },
    opened: {
      kind: 'wait-for-event',
      name: ['真正打开？', 'Really opened?'],
      config: { events: [{ event: 'Content Opened' }], timeout: '3d', lookBack: '1h' },
      to: { happened: 'how-often', timeout: 'reminder' },
    },
    'how-often': { kind: 'wait', name: ['观察一天', 'Watch a day'], config: { for: '1d' }, to: 'several' },
    several: {
      kind: 'if-else',
      name: ['多次打开？', 'Opened several times?'],
      config: { condition: { test: { of: 'events', name: 'Content Opened', measure: 'count', withinDays: 5 }, operator: 'gte', value: 2 } },
      to: { yes: 'strengthen', no: 'next-piece' },
    },
    reminder: {
      kind: 'send-email',
      name: ['换成视频再提醒', 'Reminder as a video'],
      config: { template: 'content-as-video', topic: 'nurture' },
      to: 'three-days',
    },
    'three-days': { kind: 'wait', name: ['等三天', 'Three days'], config: { for: '3d' }, to: 'next-piece' },
    'next-piece': { kind: 'send-email', name: ['下一篇内容', 'Next piece'], config: { template: 'next-content', topic: 'nurture' }, to: 'gate' },
    strengthen: { kind: 'tag', name: ['兴趣加权', 'Stronger interest'], config: { tag: '内容营销', weight: 1 }, to: 'gate' },
    gate: { kind: 'score-gate', name: ['评分闸门', 'Score gate'], config: ASSIGNABLE_GATE, to: { high: 'sdr', low: 'nurtured-on' } },
    sdr: { kind: 'sub-journey', name: ['SDR 培育', 'SDR nurture'], config: { journey: 'sdr-nurture', wait: false }, to: 'handed-over' },
    'handed-over': { kind: 'exit', name: ['已转交', 'Handed over'], config: { outcome: 'handed-over' } },
    'nurtured-on': { kind: 'exit', name: ['继续培育', 'Nurtured on'], config: { outcome: 'nurture' } },
  },
};
