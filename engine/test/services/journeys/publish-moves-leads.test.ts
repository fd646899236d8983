import type { JourneyDocument, JsonObject } from '@tendril/journey/model';
import { emptyDocument } from '@tendril/journey/schema';
import { createRuntime } from '@tendril/runtime';
import { expect, test, vi } from 'vitest';
import { startTestEngine } from '../../start-test-engine.ts';

const step = (id: string, kind: string, config: JsonObject, y: number) => ({ id, kind, version: 1, name: '', config, position: { x: 0, y } });

const waiting = (length: string): JourneyDocument => ({
  ...emptyDocument('Moves'),
  nodes: [step('called', 'entry-manual', {}, 0), step('rest', 'wait', { for: length }, 150), step('over', 'exit', { outcome: 'over' }, 300)],
  edges: [
    { from: 'called', port: 'next', to: 'rest' },
    { from: 'rest', port: 'next', to: 'over' },
  ],
});

test('publishing shows who is concerned, takes the leads over where the marketer said so, and says how far it is', async () => {
  await using engine = await startTestEngine();
  const { api } = await engine.as('marketer');
  const { id } = await api.journeys.create.mutate({ name: 'Moves', document: waiting('5d') });
  await api.journeys.publish.mutate({ id, note: '', enrolMatching: false });
  expect(await api.journeys.move.query({ id })).toBeNull();
  const leads = await Promise.all(
    ['a', 'b', 'c'].map((name) => api.leads.create.mutate({ name, email: `${name}@example.com`, consentEmail: false })),
  );
  await api.journeys.enrol.mutate({ id, leadIds: leads.map((lead) => lead.id) });
  const runtime = createRuntime({ db: engine.db, clock: { now: Date.now } });
  for (const run of await engine.db.client.run.findMany({ where: { journeyId: id } }))
    await runtime.advance({ runId: run.id, step: 0, fact: { type: 'entered' } });
  const { draftRevision } = await api.journeys.get.query({ id });
  await api.journeys.saveDraft.mutate({ id, basedOn: draftRevision, document: waiting('3d') });
  expect(await api.publishing.plan.query({ id })).toMatchObject({
    inside: 3,
    lines: [{ node: 'rest', changes: ['time'], here: 3, versions: [{ version: 1, here: 3 }], choices: ['finish', 'now', 'next', 'leave'] }],
    rest: { here: 0 },
  });
  const plan = { steps: { rest: { do: 'now', wait: 'recompute' } }, rest: { do: 'finish' } } as const;
  await api.journeys.publish.mutate({ id, note: '', enrolMatching: false, plan });
  await vi.waitFor(
    async () => expect(await api.journeys.move.query({ id })).toEqual({ version: 2, status: 'done', total: 3, done: 3, moved: 3, later: 0, left: 0 }),
    {
      timeout: 10_000,
    },
  );
  expect(await engine.db.client.run.findMany({ where: { journeyId: id, version: 2 } })).toHaveLength(3);
  await api.journeys.cancelMove.mutate({ id });
  expect(await api.journeys.move.query({ id })).toMatchObject({ status: 'done' });
});
