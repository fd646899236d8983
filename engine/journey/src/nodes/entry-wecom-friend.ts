import { z } from 'zod';
import { defineSentences } from '../sentences/define-sentences.ts';
import { field, nonEmpty } from './config-fields.ts';
import { defineNode } from './define-node.ts';
import { ENTRY_RULES, entryRulesInWords } from './entry-rules.ts';
import { NEXT_PORT } from './next-port.ts';

const { texts, say } = defineSentences({
  'entry-wecom-friend.entered': { 'zh-CN': '添加企业微信好友 {{staff}} 进入旅程', en: 'Came in by adding {{staff}} on WeCom' },
});

/** A person comes in when they add a colleague on WeCom; phone and email may still be unknown. */
export const entryWecomFriend = defineNode({
  kind: 'entry-wecom-friend',
  version: 1,
  family: 'entry',
  icon: 'user-heart',
  title: { 'zh-CN': '添加企业微信', en: 'WeCom friend' },
  help: {
    'zh-CN': '客户添加员工的企业微信时进入旅程；此时可能还没有手机与邮箱。',
    en: 'A person comes in when they add a colleague on WeCom. Phone and email may still be unknown.',
  },
  config: z.object({
    staff: field(z.array(nonEmpty).default([]), {
      label: { 'zh-CN': '哪些员工', en: 'Which colleagues' },
      hint: 'people',
      help: { 'zh-CN': '留空表示任何员工。', en: 'Empty means any.' },
    }),
    ...ENTRY_RULES,
  }),
  example: {},
  sentences: texts,
  ports: () => [NEXT_PORT],
  summary: (config, locale) => {
    const whom = config.staff.length === 0 ? (locale === 'en' ? 'a colleague' : '员工') : config.staff.join(locale === 'en' ? ', ' : '、');
    return (locale === 'en' ? `Leads come in by adding ${whom} on WeCom` : `添加${whom}的企业微信时进入`) + entryRulesInWords(config, locale);
  },
  entry: ({ staff }) => ({
    on: 'event',
    pattern: { event: 'WeCom Friend Added', ...(staff.length === 0 ? {} : { where: [{ property: 'staff', operator: 'in', value: staff }] }) },
  }),
  already: () => false,
  enter: ({ cursor, lead }) => {
    const staff = cursor.entered.event?.properties['staff'];
    return { go: 'next', because: say('entry-wecom-friend.entered', { staff: typeof staff === 'string' ? staff : lead.owner }) };
  },
});
