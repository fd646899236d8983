import type { Condition, JourneyDocument } from '@tendril/journey/model';
import { emptyDocument } from '@tendril/journey/schema';
import { expect, test } from 'vitest';
import { startTestEngine } from '../../start-test-engine.ts';

const inCity = (city: string): Condition => ({ test: { of: 'attribute', field: 'city' }, operator: 'is', value: city });

const document: JourneyDocument = {
  ...emptyDocument('Near us'),
  nodes: [
    { id: 'in', kind: 'entry-segment', version: 1, name: '', config: { segment: 'near', when: 'enters' }, position: { x: 0, y: 0 } },
    { id: 'over', kind: 'exit', version: 1, name: '', config: { outcome: 'over' }, position: { x: 0, y: 150 } },
  ],
  edges: [{ from: 'in', port: 'next', to: 'over' }],
};

test('a segment is saved, counted, used by a journey, changed, and kept while it is used', async () => {
  await using engine = await startTestEngine();
  const { api } = await engine.as('marketer');
  await api.leads.create.mutate({ name: 'Li', email: 'li@example.com', consentEmail: false });
  const journey = await api.journeys.create.mutate({ name: 'Near us', document });
  const refused = await api.journeys.publish.mutate({ id: journey.id, note: '', enrolMatching: false });
  expect(refused.diagnostics).toContainEqual(expect.objectContaining({ code: 'J407', node: 'in' }));

  const condition: Condition = { test: { of: 'attribute', field: 'name' }, operator: 'is', value: 'Li' };
  const { id } = await api.segments.create.mutate({ name: 'near', condition });
  await expect(api.segments.create.mutate({ name: 'near', condition })).rejects.toThrow('segment.name-taken');
  expect(await api.segments.list.query()).toEqual([
    { id, name: 'near', condition, matching: 1, usedBy: [{ id: journey.id, name: 'Near us', live: false }] },
  ]);
  expect((await api.journeys.names.query()).segments).toEqual(['near']);
  expect(await api.journeys.publish.mutate({ id: journey.id, note: '', enrolMatching: false })).toMatchObject({ ok: true });

  await api.segments.update.mutate({ id, name: 'near', condition: inCity('Hangzhou') });
  expect(await api.segments.list.query()).toMatchObject([{ matching: 0, usedBy: [{ live: true }] }]);
  await expect(api.segments.update.mutate({ id, name: 'nearer', condition })).rejects.toThrow('segment.rename-in-use');
  await expect(api.segments.remove.mutate({ id })).rejects.toMatchObject({
    data: { sentence: { code: 'segment.in-use', params: { name: 'near', journeys: 'Near us' } } },
  });
  await api.journeys.archive.mutate({ id: journey.id });
  await api.segments.remove.mutate({ id });
  expect(await api.segments.list.query()).toEqual([]);
});
