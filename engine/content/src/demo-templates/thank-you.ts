import type { DemoTemplate } from './demo-template.ts';
import { mailLayout } from './mail-layout.ts';
import { SPEAKS_ENGLISH } from './speaks-english.ts';

const SHEET = `        <mj-text font-size="22px" font-weight="700" line-height="1.4">{% if en %}Thank you, {{ lead.name | default: "and welcome" }}{% else %}{{ lead.name | default: "您好" }}，感谢您的关注{% endif %}</mj-text>
        <mj-text>
          {% if en %}Your details have arrived safely. Over the next days we will send you two short mails with what teams{% if lead.industry %} in {{ lead.industry }}{% endif %} ask us most. Nothing else.
          {% else %}您{% if lead.source %}通过「{{ lead.source }}」{% endif %}留下的信息已经收到。接下来几天，我们会给您发两封简短的邮件，内容都是{% if lead.industry %}{{ lead.industry }}行业的{% endif %}同行最常问的问题，不会打扰您更多。{% endif %}
        </mj-text>
        <mj-text padding-top="14px" font-weight="600">{% if en %}Three things worth two minutes{% else %}值得先花两分钟看的三件事{% endif %}</mj-text>
        <mj-text padding-top="0">
          {% if en %}① <a href="https://www.vendor.example/product" style="color:#0b6e4f">What the product does</a>, without the brochure<br />② <a href="https://www.vendor.example/cases/auto" style="color:#0b6e4f">How an automotive supplier saved 31 % of its lead time</a><br />③ <a href="https://www.vendor.example/docs" style="color:#0b6e4f">How it is deployed</a>, on your servers or on ours
          {% else %}① <a href="https://www.vendor.example/product" style="color:#0b6e4f">产品能做什么</a>：不讲概念，只看画面<br />② <a href="https://www.vendor.example/cases/auto" style="color:#0b6e4f">一家汽车零部件企业</a>如何把线索响应时间缩短 31%<br />③ <a href="https://www.vendor.example/docs" style="color:#0b6e4f">如何部署</a>：私有化或云端均可{% endif %}
        </mj-text>
        <mj-button href="https://www.vendor.example/pricing">{% if en %}See plans and pricing{% else %}查看方案与价格{% endif %}</mj-button>
        <mj-divider />
        <mj-text font-size="14px" color="#565c53">
          {% if en %}A question? Just reply to this mail{% if owner.name %}; {{ owner.name }} reads along{% endif %}.
          {% else %}有任何问题，直接回复这封邮件即可{% if owner.name %}，您的顾问{{ owner.name }}会亲自回复{% endif %}。{% endif %}
        </mj-text>`;

/** The mail right after a lead came in. */
export const thankYou: DemoTemplate = {
  key: 'thank-you',
  channel: 'email',
  name: '感谢注册',
  subject: `${SPEAKS_ENGLISH}{% if en %}Thank you{% if lead.name %}, {{ lead.name }}{% endif %}: what happens next{% else %}{% if lead.name %}{{ lead.name }}，{% endif %}感谢您的关注，接下来会发生什么{% endif %}`,
  body: mailLayout({
    preview: '{% if en %}Two short mails, one offer, no noise{% else %}两封简短的邮件，一份资料，不打扰{% endif %}',
    sheet: SHEET,
  }),
};
