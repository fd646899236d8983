import type { Handoff, InboxRow } from '../../src/pages/desk/desk-answers.ts';
import type { LeadDetail, LeadScore } from '../../src/pages/leads/lead-answers.ts';
import { NOW } from './render-page.tsx';

const at = (minutes: number) => new Date(NOW + minutes * 60_000).toISOString();

const score: LeadScore = {
  total: 82,
  grade: 'A1',
  intent: 'high',
  dimensions: [
    {
      dimension: 'interest',
      points: 18,
      max: 25,
      parts: [{ ruleKey: 'pricing', name: { 'zh-CN': '访问价格页', en: 'Viewed pricing' }, points: 18, hits: 3, lastAt: at(-30) }],
    },
  ],
};

/** A row of the inbox. */
export const inboxRow = (id: string, patch: Partial<InboxRow> = {}): InboxRow => ({
  id,
  leadId: `lead-${id}`,
  leadName: `Lead ${id}`,
  company: '恒远智能装备',
  title: '采购经理',
  status: 'open',
  score: 82,
  grade: 'A1',
  why: [{ code: 'why.test', params: {} }],
  assignee: null,
  mine: false,
  createdAt: at(-10),
  acceptBy: at(20),
  respondBy: at(600),
  disposition: null,
  ...patch,
});

const leadOf = (row: InboxRow): LeadDetail => ({
  id: row.leadId,
  name: row.leadName,
  company: row.company,
  title: row.title,
  email: 'wang.fang@example.com',
  phone: '+8613800000000',
  source: '展会',
  stage: 'mql',
  pool: 'assignable',
  owner: null,
  score: 82,
  grade: 'A1',
  createdAt: at(-9000),
  lastSeenAt: at(-30),
  attributes: {},
  companyDetail: null,
  city: '上海',
  identities: [],
  tags: [],
  consents: [],
  scoreView: score,
  runs: [],
  messages: [],
});

/** A hand-off in full. */
export const handoffOf = (row: InboxRow, patch: Partial<Handoff> = {}): Handoff => ({
  ...row,
  lead: leadOf(row),
  scoreAtHandoff: score,
  journeyId: 'j-1',
  journeyName: 'Pre-nurture SOP',
  version: 7,
  nodeName: 'Hand to SDR',
  bant: { budget: '', authority: '', need: '', time: '' },
  note: '',
  acceptedAt: null,
  closedAt: null,
  ...patch,
});

/** Two conclusions, in the order of their keys. */
export const DISPOSITIONS = [
  {
    key: 'qualified',
    name: { 'zh-CN': '合格', en: 'Qualified' },
    consequence: { 'zh-CN': '转入销售池', en: 'Moves to sales' },
    group: 'qualified',
    order: 1,
  },
  { key: 'lost', name: { 'zh-CN': '丢单', en: 'Lost' }, consequence: { 'zh-CN': '旅程结束', en: 'The journey ends' }, group: 'lost', order: 2 },
];
