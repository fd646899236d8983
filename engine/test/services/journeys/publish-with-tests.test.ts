import type { JourneyDocument, JourneyTest, JsonObject } from '@tendril/journey/model';
import { emptyDocument } from '@tendril/journey/schema';
import { expect, test } from 'vitest';
import { startTestEngine } from '../../start-test-engine.ts';

const step = (id: string, kind: string, config: JsonObject, y: number) => ({ id, kind, version: 1, name: '', config, position: { x: 0, y } });

const document: JourneyDocument = {
  ...emptyDocument('Tested'),
  nodes: [
    step('called', 'entry-manual', {}, 0),
    step('pool', 'move-to-pool', { pool: 'silent' }, 150),
    step('over', 'exit', { outcome: 'over' }, 300),
  ],
  edges: [
    { from: 'called', port: 'next', to: 'pool' },
    { from: 'pool', port: 'next', to: 'over' },
  ],
};

const expecting = (outcome: string): JourneyTest => ({
  id: 'silent',
  name: 'goes to the silent pool',
  start: '2026-03-02T10:00',
  entry: 'called',
  expect: { way: ['day 0  called:next', 'day 0  pool:next', 'day 0  over.'], outcome },
});

test('a journey is not published while one of its saved tests fails', async () => {
  await using engine = await startTestEngine();
  const { api } = await engine.as('marketer');
  const { id } = await api.journeys.create.mutate({ name: 'Tested', document: { ...document, tests: [expecting('over')] } });
  expect(await api.journeys.publish.mutate({ id, note: '', enrolMatching: false })).toMatchObject({ ok: true, version: 1 });

  const { draftRevision } = await api.journeys.get.query({ id });
  await api.journeys.saveDraft.mutate({ id, basedOn: draftRevision, document: { ...document, tests: [expecting('something-else')] } });
  const refused = await api.journeys.publish.mutate({ id, note: '', enrolMatching: false });
  expect(refused).toMatchObject({ ok: false, version: null });
  expect(refused.diagnostics[0]).toMatchObject({ code: 'J702', params: { test: 'goes to the silent pool', found: 'over' } });
  expect(await api.journeys.versions.query({ id })).toHaveLength(1);
});
