import { expect, test } from 'vitest';
import { startTestEngine } from '../../start-test-engine.ts';

test('a form can say how many leads match its condition, and when that cannot be known', async () => {
  await using engine = await startTestEngine();
  const { api } = await engine.as('marketer');
  for (const [name, title] of [
    ['Ada', 'CTO'],
    ['Ben', 'CTO'],
    ['Cleo', 'CFO'],
  ] as const)
    await api.leads.create.mutate({ name, title, email: `${name.toLowerCase()}@factory.example`, consentEmail: false });
  const count = (condition: Parameters<typeof api.journeys.countLeads.mutate>[0]['condition']) => api.journeys.countLeads.mutate({ condition });
  expect(await count({ all: [] })).toEqual({ matching: 3, exact: true });
  expect(await count({ test: { of: 'attribute', field: 'title' }, operator: 'is', value: 'CTO' })).toEqual({ matching: 2, exact: true });
  expect(await count({ test: { of: 'events', name: 'Page Viewed', measure: 'count', withinDays: 30 }, operator: 'gte', value: 1 })).toEqual({
    matching: 0,
    exact: true,
  });
  expect(await count({ test: { of: 'outcome', node: 'mail' }, operator: 'is', value: 'sent' })).toMatchObject({ exact: false });
});
