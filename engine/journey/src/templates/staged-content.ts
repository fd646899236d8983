import type { JourneyTemplate } from './journey-template.ts';
import { GENTLE_SETTINGS, READY_GATE } from './parts.ts';

/** Content along the buying stages, never the same piece twice, until the lead is ready or the content is used up. */
export const stagedContent: JourneyTemplate = {
  key: 'staged-content',
  title: { 'zh-CN': '分阶段内容推送', en: 'Staged content' },
  summary: {
    'zh-CN': '每周按购买阶段推送一篇内容，从不重复；随时询价或申请演示即转 SDR。',
    en: 'One piece of content a week by buying stage, never the same twice; a request for a price or a demo goes to the SDRs at once.',
  },
  settings: { ...GENTLE_SETTINGS, reentry: 'after-exit' },
  steps: {
    entry: { kind: 'entry-manual', name: ['由其他旅程转入', 'Sent here by another journey'], to: 'track' },
    track: {
      kind: 'content-track',
      name: ['下一篇内容', 'Next content'],
      config: {
        items: [
          { template: 'why-nurture', stages: ['lead'] },
          { template: 'industry-report' },
          { template: 'customer-case', stages: ['lead', 'mql'] },
          { template: 'product-overview', stages: ['mql', 'sql'] },
          { template: 'roi-guide' },
        ],
        topic: 'nurture',
      },
      to: { next: 'week', exhausted: 'gate' },
    },
    week: { kind: 'wait', name: ['等一周', 'A week'], config: { for: '7d' }, to: 'more' },
    more: { kind: 'go-to', name: ['再来一篇', 'One more'], config: { times: 8 }, to: { next: 'track', exhausted: 'gate' } },
    gate: { kind: 'score-gate', name: ['评分闸门', 'Score gate'], config: READY_GATE, to: { high: 'sdr', low: 'read-it-all' } },
    'read-it-all': { kind: 'exit', name: ['内容已用完', 'Content used up'], config: { outcome: 'content-exhausted' } },
    'hand-raise': {
      kind: 'goal',
      name: ['高意向快速通道', 'Fast track'],
      config: { goal: 'hand-raise', events: [{ event: 'Price Requested' }, { event: 'Demo Requested' }, { event: 'Trial Started' }] },
      to: 'sdr',
    },
    sdr: { kind: 'sub-journey', name: ['SDR 培育', 'SDR nurture'], config: { journey: 'sdr-nurture', wait: false }, to: 'ready' },
    ready: { kind: 'exit', name: ['已成熟', 'Ready'], config: { outcome: 'ready' } },
  },
};
