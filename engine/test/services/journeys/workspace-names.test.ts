import { expect, test } from 'vitest';
import { startTestEngine } from '../../start-test-engine.ts';

test('people are known by name, and tags that leads of the workspace have', async () => {
  await using engine = await startTestEngine();
  const { api } = await engine.as('marketer');
  const lead = await api.leads.create.mutate({ name: 'Tagged', email: 'tagged@cn001.example', consentEmail: false });
  const asOf = new Date();
  await engine.db.client.leadTag.createMany({ data: ['webinar', 'vip'].map((tag) => ({ leadId: lead.id, tag, asOf })) });
  const other = await engine.db.client.workspace.create({ data: { name: 'Other' } });
  const stranger = await engine.db.client.lead.create({ data: { workspaceId: other.id, createdAt: asOf, updatedAt: asOf } });
  await engine.db.client.leadTag.create({ data: { leadId: stranger.id, tag: 'not-ours', asOf } });
  const names = await api.journeys.names.query();
  expect(names.members).toEqual([{ id: 'zhangsan', name: 'The sdr' }]);
  expect(names.people).toEqual(['zhangsan']);
  expect(names.tags).toEqual(['vip', 'webinar']);
});
