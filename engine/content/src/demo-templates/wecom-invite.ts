import type { DemoTemplate } from './demo-template.ts';
import { SPEAKS_ENGLISH } from './speaks-english.ts';

/** The WeCom message for leads who look at prices: an offer to talk, sent by the staff member who knows them. */
export const wecomInvite: DemoTemplate = {
  key: 'wecom-invite',
  channel: 'wecom',
  name: '企业微信邀约',
  subject: '',
  body: `${SPEAKS_ENGLISH}{% if en %}Hello {{ lead.name | default: "there" }}, this is {{ owner.name | default: "your contact at Vendor" }}.
I saw that you have been looking at our plans. Shall I show you in 15 minutes which one would fit{% if lead.company %} {{ lead.company }}{% endif %}? Just answer with a time that suits you.
Plans and prices: https://www.vendor.example/pricing{% else %}{% if lead.name %}{{ lead.name }}，{% endif %}您好！我是示例科技的{{ owner.name | default: "客户顾问" }}。
看到您最近在了解我们的方案，方便的话我用 15 分钟为{% if lead.company %}{{ lead.company }}{% else %}您{% endif %}梳理一下哪个版本更合适。直接回复一个您方便的时间就好。
方案与价格：https://www.vendor.example/pricing{% endif %}
`,
};
