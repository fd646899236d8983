import type { JourneyDocument } from '@tendril/journey/model';
import { emptyDocument } from '@tendril/journey/schema';
import { expect, test } from 'vitest';
import { startTestEngine } from '../../start-test-engine.ts';

const document: JourneyDocument = {
  ...emptyDocument('Cooling off'),
  nodes: [
    {
      id: 'cooling',
      kind: 'entry-score',
      version: 1,
      name: '',
      config: { watch: 'total', direction: 'falls-below', value: 90 },
      position: { x: 0, y: 0 },
    },
    { id: 'over', kind: 'exit', version: 1, name: '', config: { outcome: 'over' }, position: { x: 0, y: 150 } },
  ],
  edges: [{ from: 'cooling', port: 'next', to: 'over' }],
};

test('a journey by score goes live, and only leads that come to match it later come in', async () => {
  await using engine = await startTestEngine();
  const { db, workspaceId } = engine;
  const { runtime } = engine.engine;
  const upsert = (email: string) => runtime.upsertLead({ workspaceId, policy: 'fill', fields: { email } });
  await upsert('before@example.com');
  const { api } = await engine.as('marketer');
  const { id } = await api.journeys.create.mutate({ name: 'Cooling off', document });
  expect(await api.journeys.publish.mutate({ id, note: '', enrolMatching: false })).toMatchObject({ ok: true, version: 1 });
  await runtime.sweepStates({ workspaceId });
  expect(await db.client.run.count({ where: { journeyId: id } })).toBe(0);
  const { leadId } = await upsert('after@example.com');
  expect(await db.client.run.findMany({ where: { journeyId: id } })).toMatchObject([{ leadId }]);
});
