import { expect, test } from 'vitest';
import { startTestEngine } from '../../start-test-engine.ts';

test('the ledger names the journey of a message and shows one journey’s messages when asked to', async () => {
  await using engine = await startTestEngine();
  const { api } = await engine.as('marketer');
  const { workspaceId, db } = engine;
  const { leadId } = await engine.engine.runtime.upsertLead({ workspaceId, fields: { email: 'a@cn001.example' }, policy: 'fill' });
  for (const name of ['Webinar', 'Welcome']) {
    const { id: journeyId } = await api.journeys.create.mutate({ name });
    const about = { workspaceId, leadId, journeyId, runId: journeyId, nodeId: 'mail', step: 0, channel: 'email', templateKey: 'thank-you' };
    await db.client.message.create({ data: { ...about, address: 'a@cn001.example', plannedAt: new Date() } });
  }
  const all = await api.messages.list.query({ limit: 10 });
  expect(all.rows.map(({ journeyName }) => journeyName).toSorted()).toEqual(['Webinar', 'Welcome']);
  const journeyId = all.rows.find(({ journeyName }) => journeyName === 'Webinar')?.journeyId ?? '';
  expect(await api.messages.list.query({ limit: 10, journeyId })).toMatchObject({ total: 1, rows: [{ journeyName: 'Webinar' }] });
});
