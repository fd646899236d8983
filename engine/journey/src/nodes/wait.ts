import { z } from 'zod';
import type { Instant } from '../model/index.ts';
import { defineSentences } from '../sentences/define-sentences.ts';
import { formatDuration } from '../time/index.ts';
import { duration, durationOf, field } from './config-fields.ts';
import { defineNode, type NodeStep, type StepContext } from './define-node.ts';
import { NEXT_PORT } from './next-port.ts';

const { texts, say } = defineSentences({
  'wait.waiting': { 'zh-CN': '等待 {{for, duration}}，直到 {{until, instant}}', en: 'Waits {{for, duration}}, until {{until, instant}}' },
  'wait.over': { 'zh-CN': '已等待 {{for, duration}}', en: 'Has waited {{for, duration}}' },
});

const config = z.object({
  for: field(duration.default('1d'), { label: { 'zh-CN': '等待时长', en: 'How long' }, hint: 'duration' }),
});

/** Waits a length of time. */
export const wait = defineNode({
  kind: 'wait',
  version: 1,
  family: 'time',
  icon: 'clock',
  title: { 'zh-CN': '等待', en: 'Wait' },
  help: { 'zh-CN': '等待一段时间后继续。', en: 'Goes on after a length of time.' },
  config,
  example: { for: '3d' },
  sentences: texts,
  ports: () => [NEXT_PORT],
  summary: ({ for: length }, locale) => {
    const words = formatDuration(durationOf(length), locale);
    return locale === 'en' ? `Waits ${words}` : `等待 ${words}`;
  },
  enter: waitOrGo,
  resume: waitOrGo,
});

function waitOrGo({ config: { for: length }, cursor, now }: StepContext<z.output<typeof config>>): NodeStep {
  const ms = durationOf(length);
  const until: Instant = cursor.arrivedAt + ms;
  if (now >= until) return { go: 'next', because: say('wait.over', { for: ms }) };
  return { wait: { until, events: [] }, because: say('wait.waiting', { for: ms, until }) };
}
