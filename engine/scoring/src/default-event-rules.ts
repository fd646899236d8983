import type { LocalText, PropertyTest } from '@tendril/journey/model';
import type { Dimension } from './dimension.ts';
import { PAGE_VIEWED } from './intent.ts';
import type { EventRule } from './score-rule.ts';

/** Somebody who looks at a page ten times a day is counted once. */
const ONCE_A_DAY = 24;

const eventRule = (
  dimension: Dimension,
  key: string,
  points: number,
  name: LocalText,
  on: { readonly event: string; readonly where?: readonly PropertyTest[]; readonly cooldownH?: number },
): EventRule => ({
  key,
  name,
  dimension,
  trigger: { on: 'event', name: on.event, ...(on.where === undefined ? {} : { where: on.where }) },
  points,
  cooldownH: on.cooldownH ?? null,
  enabled: true,
});

const pageRule = (key: string, points: number, path: string, name: LocalText): EventRule =>
  eventRule('interest', key, points, name, {
    event: PAGE_VIEWED,
    where: [{ property: 'path', operator: 'starts-with', value: path }],
    cooldownH: ONCE_A_DAY,
  });

/** What they read: prices say more than cases, cases more than products, products more than articles; a job page speaks against. */
const INTEREST_RULES: readonly EventRule[] = [
  pageRule('page-pricing', 10, '/pricing', { 'zh-CN': '访问价格页', en: 'Viewed pricing' }),
  pageRule('page-demo', 8, '/demo', { 'zh-CN': '访问预约演示页', en: 'Viewed the demo page' }),
  pageRule('page-case', 5, '/cases', { 'zh-CN': '访问案例页', en: 'Viewed a customer case' }),
  pageRule('page-product', 3, '/product', { 'zh-CN': '访问产品页', en: 'Viewed a product page' }),
  pageRule('page-docs', 2, '/docs', { 'zh-CN': '访问文档', en: 'Read the documentation' }),
  pageRule('page-blog', 1, '/blog', { 'zh-CN': '访问博客', en: 'Read the blog' }),
  pageRule('page-careers', -10, '/careers', { 'zh-CN': '访问招聘页', en: 'Viewed careers' }),
];

/** What they took part in. */
const BEHAVIOUR_RULES: readonly EventRule[] = [
  eventRule('behaviour', 'conference-attended', 50, { 'zh-CN': '参加线下会议', en: 'Attended a conference' }, { event: 'Conference Attended' }),
  eventRule('behaviour', 'live-attended', 30, { 'zh-CN': '观看直播', en: 'Attended a live stream' }, { event: 'Live Attended' }),
  eventRule('behaviour', 'content-downloaded', 10, { 'zh-CN': '下载资料', en: 'Downloaded content' }, { event: 'Content Downloaded' }),
  eventRule('behaviour', 'content-opened', 3, { 'zh-CN': '打开资料', en: 'Opened content' }, { event: 'Content Opened', cooldownH: ONCE_A_DAY }),
  eventRule('behaviour', 'live-registered', 5, { 'zh-CN': '报名直播', en: 'Registered for a live stream' }, { event: 'Live Registered' }),
  eventRule('behaviour', 'form-submitted', 5, { 'zh-CN': '提交表单', en: 'Submitted a form' }, { event: 'Form Submitted' }),
  eventRule('behaviour', 'wecom-friend-added', 10, { 'zh-CN': '添加企业微信', en: 'Added us on WeCom' }, { event: 'WeCom Friend Added' }),
  eventRule('behaviour', 'wecom-replied', 8, { 'zh-CN': '企业微信回复', en: 'Replied on WeCom' }, { event: 'WeCom Replied', cooldownH: ONCE_A_DAY }),
  eventRule(
    'behaviour',
    'email-clicked',
    5,
    { 'zh-CN': '点击邮件链接', en: 'Clicked in an email' },
    { event: 'Email Clicked', where: [{ property: 'human', operator: 'is', value: true }], cooldownH: ONCE_A_DAY },
  ),
];

/** How near they are to buying. */
const STAGE_RULES: readonly EventRule[] = [
  eventRule('stage', 'price-requested', 8, { 'zh-CN': '索取报价', en: 'Asked for a price' }, { event: 'Price Requested' }),
  eventRule('stage', 'demo-requested', 8, { 'zh-CN': '预约演示', en: 'Asked for a demo' }, { event: 'Demo Requested' }),
  eventRule('stage', 'trial-started', 10, { 'zh-CN': '开始试用', en: 'Started a trial' }, { event: 'Trial Started' }),
];

/** What leads do, and what it is worth. */
export const DEFAULT_EVENT_RULES: readonly EventRule[] = [...INTEREST_RULES, ...BEHAVIOUR_RULES, ...STAGE_RULES];
