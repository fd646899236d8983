import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusalOf, startTestEngine, type TestEngine } from '../../start-test-engine.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await startTestEngine();
});
afterAll(() => engine[Symbol.asyncDispose]());

const stopped = {
  openedAt: new Date('2026-11-24T01:00:00Z'),
  tries: 20,
  faults: 12,
  lastFault: '421 busy',
  probeAt: new Date('2026-11-24T01:05:00Z'),
};

test('what a breaker has stopped is listed with its reason, and what works again is not', async () => {
  const marketer = await engine.as('marketer');
  const { id, name } = await marketer.api.journeys.create.mutate({ name: 'Welcome' }).then(async ({ id }) => marketer.api.journeys.get.query({ id }));
  const { workspaceId } = engine;
  await engine.db.client.breaker.createMany({
    data: [
      { workspaceId, scope: 'channel:email', ...stopped },
      { workspaceId, scope: `journey:${id}`, ...stopped, openedAt: new Date('2026-11-24T02:00:00Z') },
      { workspaceId, scope: 'channel:sms', ...stopped, closedAt: new Date('2026-11-24T03:00:00Z') },
    ],
  });
  const common = { tries: 20, faults: 12, lastFault: '421 busy' };
  expect(await marketer.api.alerts.list.query()).toEqual([
    { kind: 'journey', channel: null, journey: { id, name }, sinceReal: '2026-11-24T02:00:00.000Z', tryAtReal: null, ...common },
    { kind: 'channel', channel: 'email', journey: null, sinceReal: '2026-11-24T01:00:00.000Z', tryAtReal: '2026-11-24T01:05:00.000Z', ...common },
  ]);
});

test('a stopped channel is tried when a marketer says so, and the deed is on record', async () => {
  const marketer = await engine.as('marketer');
  await marketer.api.alerts.tryChannel.mutate({ channel: 'email' });
  expect(await engine.db.client.auditEntry.findFirst({ where: { action: 'channel.tried' } })).toMatchObject({ subjectId: 'email' });
  const refused = marketer.api.alerts.tryChannel.mutate({ channel: 'sms' });
  expect(await refusalOf(refused)).toMatchObject({ status: 409, sentence: 'channel.not-stopped', params: { channel: 'sms' } });
});
