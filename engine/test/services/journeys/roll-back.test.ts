import type { JourneyDocument, JsonObject } from '@tendril/journey/model';
import { emptyDocument } from '@tendril/journey/schema';
import { expect, test } from 'vitest';
import { startTestEngine } from '../../start-test-engine.ts';

const step = (id: string, kind: string, config: JsonObject, y: number) => ({ id, kind, version: 1, name: '', config, position: { x: 0, y } });

const ending = (outcome: string): JourneyDocument => ({
  ...emptyDocument('Back'),
  nodes: [step('called', 'entry-manual', {}, 0), step('over', 'exit', { outcome }, 150)],
  edges: [{ from: 'called', port: 'next', to: 'over' }],
});

test('an older version goes live again in one step, under its own number, and the draft stays', async () => {
  await using engine = await startTestEngine();
  const { api } = await engine.as('marketer');
  const { id } = await api.journeys.create.mutate({ name: 'Back', document: ending('first') });
  await api.journeys.publish.mutate({ id, note: '', enrolMatching: false });
  const { draftRevision } = await api.journeys.get.query({ id });
  await api.journeys.saveDraft.mutate({ id, basedOn: draftRevision, document: ending('second') });
  await api.journeys.publish.mutate({ id, note: '', enrolMatching: false });

  const back = { id, number: 1, replaces: 2, note: 'the second one lost leads' };
  expect(await api.journeys.rollBack.mutate(back)).toMatchObject({ ok: true, version: 3, enrolled: 0 });
  const journey = await api.journeys.get.query({ id });
  expect(journey).toMatchObject({ liveVersion: 3, hasUnpublishedChanges: true });
  expect(journey.draft.nodes[1]?.config).toEqual({ outcome: 'second' });
  const [third, , first] = await api.journeys.versions.query({ id });
  expect(third).toMatchObject({ number: 3, note: 'the second one lost leads', programHash: first?.programHash });
  expect(await engine.db.client.entryPoint.findMany({ where: { journeyId: id } })).toMatchObject([{ nodeId: 'called', version: 3 }]);
  const deed = await engine.db.client.auditEntry.findFirst({ where: { subjectId: id, action: 'journey.rolled-back' } });
  expect(deed?.detail).toMatchObject({ version: 3, backTo: 1, replaces: 2 });

  await api.publishing.setNote.mutate({ id, number: 1, note: 'the one that worked' });
  expect((await api.journeys.versions.query({ id })).at(-1)).toMatchObject({ number: 1, note: 'the one that worked' });
  await expect(api.publishing.setNote.mutate({ id, number: 9, note: '' })).rejects.toThrow('journey.version-missing');

  await expect(api.journeys.rollBack.mutate(back)).rejects.toThrow('journey.live-moved');
  await expect(api.journeys.rollBack.mutate({ ...back, number: 9, replaces: 3 })).rejects.toThrow('journey.version-missing');
  expect(await api.journeys.versions.query({ id })).toHaveLength(3);
});
