import { z } from 'zod';
import type { EventPattern } from '../model/index.ts';
import { DAY } from '../model/index.ts';
import { defineSentences } from '../sentences/define-sentences.ts';
import { findAwaited } from './await-events.ts';
import { field } from './config-fields.ts';
import { defineNode } from './define-node.ts';
import { ENTRY_RULES, entryRulesInWords } from './entry-rules.ts';
import { NEXT_PORT } from './next-port.ts';

const { texts, say } = defineSentences({
  'entry-form.entered': { 'zh-CN': '提交表单「{{form}}」进入旅程', en: 'Came in by sending the form “{{form}}”' },
});

const FORM_SUBMITTED = 'Form Submitted';

/** A lead comes in when it sends a form. */
export const entryForm = defineNode({
  kind: 'entry-form',
  version: 1,
  family: 'entry',
  icon: 'forms',
  title: { 'zh-CN': '提交表单', en: 'Form' },
  help: { 'zh-CN': '线索提交某个表单（或任一表单）时进入旅程。', en: 'A lead comes in when it sends a certain form, or any form.' },
  config: z.object({
    form: field(z.string().trim().default(''), {
      label: { 'zh-CN': '表单', en: 'Form' },
      hint: 'text',
      help: { 'zh-CN': '事件属性 form 的值；留空表示任一表单。', en: 'The event’s property form; empty means any form.' },
    }),
    ...ENTRY_RULES,
  }),
  example: { form: 'white-paper' },
  sentences: texts,
  ports: () => [NEXT_PORT],
  summary: (config, locale) => {
    const form =
      config.form === '' ? (locale === 'en' ? 'any form' : '任一表单') : locale === 'en' ? `the form “${config.form}”` : `表单「${config.form}」`;
    return (locale === 'en' ? `Leads come in by ${form}` : `线索提交${form}时进入`) + entryRulesInWords(config, locale);
  },
  reads: () => ({ events: [FORM_SUBMITTED] }),
  entry: ({ form }) => ({ on: 'event', pattern: patternOf(form) }),
  already: ({ form }, snapshot) => findAwaited({ patterns: [patternOf(form)], since: snapshot.now - 30 * DAY }, snapshot) !== null,
  enter: ({ cursor, config }) => {
    const form = cursor.entered.event?.properties['form'];
    return { go: 'next', because: say('entry-form.entered', { form: typeof form === 'string' ? form : config.form }) };
  },
});

function patternOf(form: string): EventPattern {
  return form === '' ? { event: FORM_SUBMITTED } : { event: FORM_SUBMITTED, where: [{ property: 'form', operator: 'is', value: form }] };
}
