import { defineSentences } from '../sentences/define-sentences.ts';

const { texts, say } = defineSentences({
  'simulator.happened': { 'zh-CN': '发生：{{event, term}}', en: 'Happens: {{event, term}}' },
  'simulator.happened-with': { 'zh-CN': '发生：{{event, term}}（{{properties}}）', en: 'Happens: {{event, term}} ({{properties}})' },
  'simulator.changed': { 'zh-CN': '线索变更：{{fields}}', en: 'The lead changes: {{fields}}' },
  'simulator.still-waiting': { 'zh-CN': '模拟到此为止，线索仍在等待', en: 'The simulation ends here; the lead is still waiting' },
});

/** What the simulator says besides the steps' own sentences. */
export const simulatorTexts = texts;

/** Says a sentence of the simulator. */
export const saySimulator = say;
