import { z } from 'zod';
import { defineSentences } from '../sentences/define-sentences.ts';
import { defineNode } from './define-node.ts';
import { NEXT_PORT } from './next-port.ts';

const { texts, say } = defineSentences({ 'merge.passed': { 'zh-CN': '各路在此汇合', en: 'The ways come together here' } });

/** Brings several ways together, so that the drawing stays readable. */
export const merge = defineNode({
  kind: 'merge',
  version: 1,
  family: 'logic',
  icon: 'arrow-merge',
  title: { 'zh-CN': '汇合', en: 'Merge' },
  help: { 'zh-CN': '把多路合为一路；线索不会等待其他线索。', en: 'Brings several ways together. A lead does not wait for others here.' },
  config: z.object({}),
  example: {},
  sentences: texts,
  ports: () => [NEXT_PORT],
  summary: (_config, locale) => (locale === 'en' ? 'Brings the ways together' : '各路汇合'),
  enter: () => ({ go: 'next', because: say('merge.passed', {}) }),
});
