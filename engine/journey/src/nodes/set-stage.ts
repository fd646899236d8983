import { z } from 'zod';
import { defineSentences } from '../sentences/define-sentences.ts';
import { termInWords } from '../sentences/term-in-words.ts';
import { field, nonEmpty } from './config-fields.ts';
import { defineNode } from './define-node.ts';
import { NEXT_PORT } from './next-port.ts';

const { texts, say } = defineSentences({
  'set-stage.set': { 'zh-CN': '阶段从{{from, term}}变为{{stage, term}}', en: 'Goes from the stage {{from, term}} to {{stage, term}}' },
  'set-stage.already': { 'zh-CN': '阶段已是{{stage, term}}', en: 'Is at the stage {{stage, term}} already' },
});

/** Sets the lifecycle stage of the lead. */
export const setStage = defineNode({
  kind: 'set-stage',
  version: 1,
  family: 'act',
  icon: 'stairs-up',
  title: { 'zh-CN': '设置阶段', en: 'Set stage' },
  help: { 'zh-CN': '设置线索的生命周期阶段，例如 MQL。', en: 'Sets the lead’s stage in its life cycle, such as MQL.' },
  config: z.object({ stage: field(nonEmpty, { label: { 'zh-CN': '阶段', en: 'Stage' }, hint: 'stage' }) }),
  example: { stage: 'mql' },
  sentences: texts,
  ports: () => [NEXT_PORT],
  summary: ({ stage }, locale) => (locale === 'en' ? `Sets the stage to ${termInWords(stage, locale)}` : `阶段设为${termInWords(stage, locale)}`),
  writes: () => ['stage'],
  enter: ({ config: { stage }, lead }) =>
    lead.stage === stage
      ? { go: 'next', because: say('set-stage.already', { stage }) }
      : { go: 'next', because: say('set-stage.set', { from: lead.stage, stage }), effects: [{ type: 'set-stage', stage }] },
});
