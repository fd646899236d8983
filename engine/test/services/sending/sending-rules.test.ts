import { NO_SENDING_RULES, USUAL_SENDING_RULES } from '@tendril/journey/schema';
import { expect, test } from 'vitest';
import { startTestEngine } from '../../start-test-engine.ts';

const rules = { ...NO_SENDING_RULES, minimumGap: '1d' };

test('rules are put in force at once, on the audit log, and messages that are held back look again', async () => {
  await using engine = await startTestEngine();
  const { api, userId } = await engine.as('marketer');
  const { workspaceId, db } = engine;
  expect(await api.sending.rules.query()).toEqual({ rules: NO_SENDING_RULES, usual: USUAL_SENDING_RULES, held: 0 });
  const { leadId } = await engine.engine.runtime.upsertLead({ workspaceId, fields: { email: 'a@cn001.example' }, policy: 'fill' });
  const { id: journeyId } = await api.journeys.create.mutate({ name: 'Webinar' });
  const about = { workspaceId, leadId, journeyId, runId: journeyId, nodeId: 'mail', step: 0, channel: 'email', templateKey: 'thank-you' };
  await db.client.message.create({ data: { ...about, address: '', status: 'held', plannedAt: new Date(), heldUntil: new Date() } });

  expect(await api.sending.saveRules.mutate({ rules })).toEqual({ looked: 1 });
  expect(await api.sending.rules.query()).toMatchObject({ rules, held: 1 });
  expect(await db.client.outboxItem.findMany()).toMatchObject([{ runId: journeyId, kind: 'signal', payload: { type: 'recheck' } }]);
  expect(await db.client.auditEntry.findFirst({ where: { action: 'sending-rules.changed' } })).toMatchObject({
    userId,
    detail: { from: NO_SENDING_RULES, to: rules },
  });
});

test('rules that cannot be read are refused', async () => {
  await using engine = await startTestEngine();
  const { api } = await engine.as('admin');
  await expect(api.sending.saveRules.mutate({ rules: { ...rules, minimumGap: 'soon' } })).rejects.toThrow(/minimumGap/);
});
