import type { Condition, LocalText } from '@tendril/journey/model';
import { FREE_MAIL_DOMAINS } from './free-mail-domains.ts';
import type { ProfileRule } from './score-rule.ts';

const attribute = (field: string, operator: 'known' | 'unknown'): Condition => ({ test: { of: 'attribute', field }, operator });

const titleContains = (part: string): Condition => ({ test: { of: 'attribute', field: 'title' }, operator: 'contains', value: part });

const titleStarts = (part: string): Condition => ({ test: { of: 'attribute', field: 'title' }, operator: 'starts-with', value: part });

const titleIs = (titles: readonly string[]): Condition => ({ test: { of: 'attribute', field: 'title' }, operator: 'in', value: titles });

const companySize = (sizes: readonly string[]): Condition => ({ test: { of: 'attribute', field: 'companySize' }, operator: 'in', value: sizes });

const CHIEFS = ['CEO', 'CTO', 'CIO', 'CMO', 'CFO', 'COO', 'CDO', 'CPO', 'GM', 'MD', 'VP'];

const isDecisionMaker: Condition = {
  any: [
    titleIs(CHIEFS),
    ...['总监', '总经理', '总裁', '董事', '创始人', '合伙人', '负责人', '采购经理', 'Director', 'President', 'Founder', 'Owner', 'Chief '].map(
      titleContains,
    ),
    ...['VP ', 'Head of', 'Partner'].map(titleStarts),
  ],
};

const isWrongRole: Condition = {
  any: [
    titleIs(['HR', 'hr', 'Hr']),
    ...['学生', '实习', '教师', '人力资源', '招聘', '求职', 'Student', 'Intern ', 'Recruit', 'Human Resources'].map(titleContains),
    ...['HR ', 'HRBP'].map(titleStarts),
  ],
};

const profileRule = (key: string, points: number, name: LocalText, where: Condition): ProfileRule => ({
  key,
  name,
  dimension: 'fit',
  trigger: { on: 'profile', where },
  points,
  cooldownH: null,
  enabled: true,
});

/** Who a good customer is: 40 points at most, and what speaks against it. */
export const DEFAULT_FIT_RULES: readonly ProfileRule[] = [
  profileRule('title-decision-maker', 12, { 'zh-CN': '职位能拍板', en: 'Title of a decision-maker' }, isDecisionMaker),
  profileRule(
    'company-size-large',
    10,
    { 'zh-CN': '公司 201 人以上', en: 'Company of more than 200' },
    companySize(['201-1000', '1001-5000', '5000+']),
  ),
  profileRule('company-size-medium', 6, { 'zh-CN': '公司 51–200 人', en: 'Company of 51 to 200' }, companySize(['51-200'])),
  profileRule('company-size-small', 2, { 'zh-CN': '公司 50 人以内', en: 'Company of up to 50' }, companySize(['1-50'])),
  profileRule('industry-known', 5, { 'zh-CN': '行业已知', en: 'Industry known' }, attribute('industry', 'known')),
  profileRule('company-known', 5, { 'zh-CN': '公司已知', en: 'Company known' }, attribute('company', 'known')),
  profileRule(
    'contact-complete',
    8,
    { 'zh-CN': '联系人信息完整', en: 'Contact fields complete' },
    { all: ['name', 'email', 'phone', 'title', 'company'].map((field) => attribute(field, 'known')) },
  ),
  profileRule(
    'free-mail-address',
    -10,
    { 'zh-CN': '使用免费邮箱', en: 'Free-mail address' },
    { any: FREE_MAIL_DOMAINS.map((domain) => ({ test: { of: 'attribute', field: 'email' }, operator: 'ends-with', value: `@${domain}` })) },
  ),
  profileRule('phone-missing', -5, { 'zh-CN': '电话缺失或无效', en: 'Phone missing or invalid' }, attribute('phone', 'unknown')),
  profileRule('company-unknown', -10, { 'zh-CN': '公司未知', en: 'Company unknown' }, attribute('company', 'unknown')),
  profileRule('wrong-role', -15, { 'zh-CN': '采购角色不符', en: 'Not a buying role' }, isWrongRole),
];
