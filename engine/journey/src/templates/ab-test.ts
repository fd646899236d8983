import type { JourneyTemplate } from './journey-template.ts';

/** Two subject lines and a control group, everything else the same, judged by a goal fixed beforehand. */
export const abTest: JourneyTemplate = {
  key: 'ab-test',
  title: { 'zh-CN': '邮件标题 A/B 测试', en: 'A/B test of a subject line' },
  summary: {
    'zh-CN': '只改一个要素（标题），A、B 与对照组稳定分流，下游完全相同，以事先定好的目标判断胜负。',
    en: 'Changes one thing only, the subject; A, B and a control group by a stable split, the same afterwards, judged by a goal fixed beforehand.',
  },
  settings: { goal: { name: 'Demo Requested', when: { event: { event: 'Demo Requested' } } } },
  steps: {
    entry: { kind: 'entry-manual', name: ['参与测试的线索', 'Leads in the test'], to: 'split' },
    split: {
      kind: 'random-split',
      name: ['A / B / 对照', 'A / B / control'],
      config: (say) => ({
        experiment: 'subject-line',
        arms: [
          { id: 'a', label: 'A', weight: 45 },
          { id: 'b', label: 'B', weight: 45 },
          { id: 'control', label: say('对照组', 'Control'), weight: 10, control: true },
        ],
      }),
      to: { a: 'title-a', b: 'title-b', control: 'same-for-all' },
    },
    'title-a': { kind: 'send-email', name: ['标题 A', 'Subject A'], config: { template: 'subject-a', topic: 'nurture' }, to: 'same-for-all' },
    'title-b': { kind: 'send-email', name: ['标题 B', 'Subject B'], config: { template: 'subject-b', topic: 'nurture' }, to: 'same-for-all' },
    'same-for-all': { kind: 'merge', name: ['下游相同', 'The same for all'], to: 'observe' },
    observe: { kind: 'wait', name: ['观察两周', 'Watch for two weeks'], config: { for: '14d' }, to: 'measured' },
    measured: { kind: 'exit', name: ['未达目标', 'Goal not reached'], config: { outcome: 'not-converted' } },
  },
};
