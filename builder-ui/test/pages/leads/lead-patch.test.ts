import { expect, test } from 'vitest';
import { leadDraft, leadPatch } from '../../../src/pages/leads/lead-patch.ts';

const lead = {
  name: '王芳',
  email: 'wang@example.com',
  phone: null,
  title: null,
  company: '恒远智能装备',
  companyDetail: { name: '恒远智能装备', industry: '制造业', size: null },
  city: null,
  source: '展会',
  owner: null,
};

test('only what was changed is sent', () => {
  expect(leadPatch(lead, leadDraft(lead))).toEqual({});
  expect(leadPatch(lead, { ...leadDraft(lead), title: ' 采购经理 ', industry: '医疗' })).toEqual({ title: '采购经理', industry: '医疗' });
});

test('an emptied field becomes unknown, spaces alone change nothing', () => {
  expect(leadPatch(lead, { ...leadDraft(lead), source: '  ' })).toEqual({ source: null });
  expect(leadPatch(lead, { ...leadDraft(lead), phone: '   ', name: '王芳 ' })).toEqual({});
});
