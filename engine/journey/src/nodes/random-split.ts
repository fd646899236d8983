import { z } from 'zod';
import { stableShare } from '../machine/stable-share.ts';
import { defineSentences } from '../sentences/define-sentences.ts';
import { field, portName } from './config-fields.ts';
import { defineNode } from './define-node.ts';

const { texts, say } = defineSentences({
  'random-split.arm': { 'zh-CN': '实验「{{experiment}}」分到「{{arm}}」', en: 'The experiment “{{experiment}}” puts it into “{{arm}}”' },
  'random-split.control': {
    'zh-CN': '实验「{{experiment}}」分到对照组「{{arm}}」',
    en: 'The experiment “{{experiment}}” puts it into the control group “{{arm}}”',
  },
});

const armSchema = z.strictObject({
  id: portName,
  label: z.string().default(''),
  weight: z.number().positive().max(1_000_000),
  control: z.boolean().default(false),
});

/** Splits leads at random, but always the same way for the same lead and experiment. */
export const randomSplit = defineNode({
  kind: 'random-split',
  version: 1,
  family: 'logic',
  icon: 'arrows-shuffle',
  title: { 'zh-CN': '随机分流', en: 'Random split' },
  help: {
    'zh-CN': '按权重随机分路；同一线索在同一实验中永远分到同一路。可设对照组。',
    en: 'Splits by weight. The same lead always gets the same way in the same experiment. One way may be the control group.',
  },
  config: z
    .object({
      experiment: field(z.string().trim().default(''), {
        label: { 'zh-CN': '实验名称', en: 'Experiment' },
        hint: 'text',
        help: {
          'zh-CN': '同名实验的分配一致；留空则此步骤自成实验。',
          en: 'Splits of the same name divide alike; empty: this step is an experiment of its own.',
        },
      }),
      arms: field(
        z
          .array(armSchema)
          .min(2)
          .default([
            { id: 'a', label: 'A', weight: 50, control: false },
            { id: 'b', label: 'B', weight: 50, control: false },
          ]),
        { label: { 'zh-CN': '各路与权重', en: 'Ways and weights' }, hint: 'split-arms' },
      ),
    })
    .refine(({ arms }) => new Set(arms.map(({ id }) => id)).size === arms.length, { path: ['arms'], message: 'document.names-twice' }),
  example: {
    experiment: 'subject-line',
    arms: [
      { id: 'a', label: 'A', weight: 45 },
      { id: 'b', label: 'B', weight: 45 },
      { id: 'control', label: '对照组', weight: 10, control: true },
    ],
  },
  sentences: texts,
  ports: ({ arms }) => arms.map(({ id, label }) => ({ id, label: { 'zh-CN': label || id, en: label || id } })),
  summary: ({ arms }, locale) => {
    const total = arms.reduce((sum, { weight }) => sum + weight, 0);
    const parts = arms.map(({ id, label, weight }) => `${label || id} ${Math.round((weight / total) * 1000) / 10}%`);
    return locale === 'en' ? `Splits at random: ${parts.join(', ')}` : `随机分流：${parts.join('、')}`;
  },
  enter: ({ config: { experiment, arms }, node, lead }) => {
    const name = experiment === '' ? node : experiment;
    const arm = pick(arms, stableShare(`split/${name}/${lead.id}`));
    const because = say(arm.control ? 'random-split.control' : 'random-split.arm', { experiment: name, arm: arm.label || arm.id });
    return { go: arm.id, because, detail: { experiment: name, arm: arm.id, control: arm.control } };
  },
});

function pick(arms: readonly z.output<typeof armSchema>[], share: number): z.output<typeof armSchema> {
  let left = share * arms.reduce((sum, { weight }) => sum + weight, 0);
  for (const arm of arms) {
    left -= arm.weight;
    if (left < 0) return arm;
  }
  const last = arms.at(-1);
  if (last === undefined) throw new RangeError('A split needs an arm.');
  return last;
}
