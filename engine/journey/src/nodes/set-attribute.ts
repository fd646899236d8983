import { z } from 'zod';
import type { Json } from '../model/index.ts';
import { defineSentences } from '../sentences/define-sentences.ts';
import { fieldInWords } from '../sentences/subject-in-words.ts';
import { field, nonEmpty } from './config-fields.ts';
import { defineNode } from './define-node.ts';
import { NEXT_PORT } from './next-port.ts';

const { texts, say } = defineSentences({
  'set-attribute.set': { 'zh-CN': '{{field, field}} 设为 {{value}}', en: 'Sets {{field, field}} to {{value}}' },
  'set-attribute.missing': {
    'zh-CN': '进入事件没有属性 {{property}}，未改动',
    en: 'The entry’s event has no property {{property}}; nothing was changed',
  },
});

/** Fields with steps of their own, because more hangs on them than a value. */
const OWN_STEPS = ['stage', 'pool'];

/** Sets a field of the lead. */
export const setAttribute = defineNode({
  kind: 'set-attribute',
  version: 1,
  family: 'act',
  icon: 'pencil',
  title: { 'zh-CN': '设置字段', en: 'Set field' },
  help: {
    'zh-CN': '把线索的某个字段设为固定值，或取自进入旅程的事件。',
    en: 'Sets a field of the lead to a value, or to one from the event it came in by.',
  },
  config: z.object({
    field: field(
      nonEmpty.refine((name) => !OWN_STEPS.includes(name), 'document.own-step'),
      { label: { 'zh-CN': '字段', en: 'Field' }, hint: 'lead-field' },
    ),
    from: field(z.enum(['value', 'event']).default('value'), {
      label: { 'zh-CN': '取值', en: 'Value from' },
      hint: 'choice',
      options: { value: { 'zh-CN': '固定值', en: 'A fixed value' }, event: { 'zh-CN': '进入事件的属性', en: 'The entry’s event' } },
    }),
    value: field(z.union([z.string(), z.number(), z.boolean(), z.null()]).default(null), { label: { 'zh-CN': '值', en: 'Value' }, hint: 'value' }),
    property: field(z.string().trim().default(''), { label: { 'zh-CN': '事件属性', en: 'Event property' }, hint: 'text' }),
  }),
  example: { field: 'inviter', from: 'event', property: 'inviter' },
  sentences: texts,
  ports: () => [NEXT_PORT],
  summary: ({ field: name, from, value, property }, locale) => {
    const words = from === 'event' ? (locale === 'en' ? `the event’s ${property}` : `进入事件的 ${property}`) : JSON.stringify(value);
    return locale === 'en' ? `Sets ${fieldInWords(name, locale)} to ${words}` : `把${fieldInWords(name, locale)}设为 ${words}`;
  },
  writes: ({ field: name }) => [name],
  enter: ({ config: { field: name, from, value, property }, cursor }) => {
    const found: Json | undefined = from === 'value' ? value : cursor.entered.event?.properties[property];
    if (found === undefined) return { go: 'next', because: say('set-attribute.missing', { property }) };
    const shown = typeof found === 'object' && found !== null ? JSON.stringify(found) : found;
    return {
      go: 'next',
      because: say('set-attribute.set', { field: name, value: shown }),
      effects: [{ type: 'set-attribute', field: name, value: found }],
    };
  },
});
