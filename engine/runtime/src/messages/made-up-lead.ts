import type { LeadView, Locale } from '@tendril/journey/model';

/** Somebody who does not exist, for previews and tests of messages without a lead. */
export function madeUpLead(locale: Locale): LeadView {
  const en = locale === 'en';
  const company = en ? 'Example Instruments Ltd' : '示例仪器有限公司';
  return {
    id: '00000000-0000-7000-8000-000000000000',
    attributes: {
      name: en ? 'Alex Example' : '王小明',
      email: 'preview@example.com',
      title: en ? 'Head of Marketing' : '市场总监',
      city: en ? 'London' : '上海',
      industry: en ? 'Manufacturing' : '智能制造',
      source: en ? 'Website' : '官网',
      company,
    },
    company: { name: company, industry: en ? 'Manufacturing' : '智能制造', size: '201-1000' },
    tags: {},
    score: { fit: 30, interest: 15, behaviour: 20, stage: 5, total: 70 },
    grade: 'B2',
    intent: 'low',
    stage: 'lead',
    pool: 'nurture',
    owner: 'zhangsan',
    timeZone: null,
    locale,
    consent: { 'email/nurture': 'granted' },
    reachable: { email: true, wecom: true },
    events: [],
  };
}
