import type { DemoTemplate } from './demo-template.ts';
import { mailLayout } from './mail-layout.ts';
import { SPEAKS_ENGLISH } from './speaks-english.ts';

/** Chooses the story by the lead's industry; whoever is in none of the groups gets the general one. */
const CHOOSE_STORY = `{% case lead.industry %}
{% when "汽车零部件", "智能制造", "半导体" %}{% assign story = "factory" %}
{% when "化工", "医疗器械" %}{% assign story = "regulated" %}
{% when "物流", "零售" %}{% assign story = "chain" %}
{% when "软件", "教育", "金融" %}{% assign story = "service" %}
{% else %}{% assign story = "general" %}
{% endcase %}`;

const SHEET = `        <mj-raw>${CHOOSE_STORY}</mj-raw>
        <mj-text font-size="22px" font-weight="700" line-height="1.4">
          {% if en %}{% case story %}{% when "factory" %}From 9 days to 2: quoting in a factory{% when "regulated" %}Nurturing where every sentence is audited{% when "chain" %}400 branches, one way to follow up{% when "service" %}When the demo is booked but nobody shows up{% else %}What good follow-up looks like{% endcase %}
          {% else %}{% case story %}{% when "factory" %}从 9 天到 2 天：制造企业的报价跟进{% when "regulated" %}强监管行业，如何合规地培育线索{% when "chain" %}400 个网点，一套跟进动作{% when "service" %}约好了演示，客户却没来，怎么办？{% else %}好的线索跟进长什么样{% endcase %}{% endif %}
        </mj-text>
        <mj-text>
          {% if en %}Hello {{ lead.name | default: "there" }}, {% if lead.company %}we picked this for {{ lead.company }}: {% else %}here is the one we would start with: {% endif %}{% case story %}{% when "factory" %}a plant with 1,200 people moved its quotes from a shared spreadsheet to one queue per salesperson.{% when "regulated" %}a maker of medical devices keeps consent, wording and proof of sending in one record.{% when "chain" %}a logistics group gives every branch the same three steps, and sees who skips them.{% when "service" %}a software house halved no-shows with one message the evening before.{% else %}the five habits of teams that answer within five minutes.{% endcase %}
          {% else %}{{ lead.name | default: "您好" }}，{% if lead.company %}这一篇是为{{ lead.company }}挑选的：{% else %}如果只看一篇，我们推荐这一篇：{% endif %}{% case story %}{% when "factory" %}一家 1200 人的工厂，把报价从共享表格搬进了每位销售自己的待办队列。{% when "regulated" %}一家医疗器械企业，把授权、话术与发送凭证放进同一条记录。{% when "chain" %}一家物流集团，让每个网点都走同样的三步，谁漏了一眼可见。{% when "service" %}一家软件公司，用演示前一晚的一条消息，让爽约减少了一半。{% else %}五分钟内响应线索的团队，都有哪五个习惯。{% endcase %}{% endif %}
        </mj-text>
        <mj-text padding-top="0"><a href="https://www.vendor.example/cases/auto" style="color:#0b6e4f;font-weight:600">{% if en %}Read the case (4 minutes){% else %}阅读案例（4 分钟）{% endif %}</a></mj-text>
        <mj-divider />
        <mj-text>
          {% if en %}Does it fit {% if lead.companySize %}a company of {{ lead.companySize }} people{% else %}your company{% endif %}? The plans are public, with every number.
          {% else %}适合{% if lead.companySize %} {{ lead.companySize }} 人规模的企业{% else %}您的企业{% endif %}吗？方案与价格都是公开的，每个数字都写清楚了。{% endif %}
        </mj-text>
        <mj-button href="https://www.vendor.example/pricing">{% if en %}Compare the plans{% else %}对比方案与价格{% endif %}</mj-button>`;

/** The second mail: one story, chosen by industry. */
export const contentByIndustry: DemoTemplate = {
  key: 'content-by-industry',
  channel: 'email',
  name: '按行业推荐内容',
  subject: `${SPEAKS_ENGLISH}{% if en %}One case for {{ lead.industry | default: "your team" }}{% else %}为{{ lead.industry | default: "您的" }}{% if lead.industry %}行业{% else %}团队{% endif %}挑选的一个案例{% endif %}`,
  body: mailLayout({
    preview: '{% if en %}Four minutes, one idea to try this week{% else %}四分钟，一个本周就能试的做法{% endif %}',
    sheet: SHEET,
  }),
};
