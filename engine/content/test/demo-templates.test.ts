import { demoTemplates } from '@tendril/content/demo-templates';
import { renderEmail, renderWecom, templateVariables } from '@tendril/content/templates';
import { describe, expect, test } from 'vitest';

const INDUSTRIES = ['软件', '金融', '汽车零部件', '化工', '物流', '医疗器械', '半导体', '智能制造', '教育', '零售', undefined, '农业'];
const links = { unsubscribeUrl: 'https://t.vendor.example/u/T', click: null, openPixelUrl: null };
const HAN = /\p{Script=Han}/u;

const emails = demoTemplates.filter((template) => template.channel === 'email');

test('there are the three the demo journey names', () => {
  expect(demoTemplates.map(({ key, channel }) => `${key} ${channel}`)).toEqual([
    'thank-you email',
    'content-by-industry email',
    'wecom-invite wecom',
  ]);
});

test('they read only fields every lead can have', () => {
  const read = new Set(demoTemplates.flatMap((template) => templateVariables(template.subject, template.body)));

  expect([...read].toSorted()).toEqual([
    'lead.company',
    'lead.companySize',
    'lead.email',
    'lead.industry',
    'lead.locale',
    'lead.name',
    'lead.source',
    'owner.name',
  ]);
});

describe.each(emails)('$key', (template) => {
  test.each(INDUSTRIES)('renders without a warning for the industry %s, with a way to the prices and a way out', async (industry) => {
    const mail = await renderEmail(template, { data: { lead: { industry } }, locale: 'zh-CN', links });

    expect(mail).toMatchObject({ ok: true, warnings: [] });
    if (!mail.ok) return;
    expect(mail.links).toContain('https://www.vendor.example/pricing');
    expect(mail.text).toContain('退订');
    expect(mail.text).not.toMatch(/undefined|null|\{\{|\{%/);
  });

  test('speaks English to leads who do not read Chinese, and Chinese to all others', async () => {
    const english = await renderEmail(template, { data: { lead: { locale: 'en-GB' } }, locale: 'en', links });
    const chinese = await renderEmail(template, { data: { lead: { locale: 'zh-TW' } }, locale: 'zh-CN', links });

    expect(english.ok && HAN.test(english.subject + english.text)).toBe(false);
    expect(chinese.ok && HAN.test(chinese.subject)).toBe(true);
  });
});

test('the WeCom invitation greets with and without a name, in both languages', () => {
  const body = demoTemplates.find((template) => template.key === 'wecom-invite')?.body ?? '';
  const texts = [{ name: '宋伟' }, {}, { name: 'Ann', locale: 'en' }].map((lead) => renderWecom(body, { lead, owner: { name: '张三' } }));

  expect(texts.map((result) => (result.ok ? result.text.split('\n')[0] : result.problem))).toEqual([
    '宋伟，您好！我是示例科技的张三。',
    '您好！我是示例科技的张三。',
    'Hello Ann, this is 张三.',
  ]);
});
