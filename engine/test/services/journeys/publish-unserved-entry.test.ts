import type { JourneyDocument } from '@tendril/journey/model';
import { emptyDocument } from '@tendril/journey/schema';
import { expect, test } from 'vitest';
import { startTestEngine } from '../../start-test-engine.ts';

const document: JourneyDocument = {
  ...emptyDocument('Served customers'),
  nodes: [
    { id: 'segment', kind: 'entry-segment', version: 1, name: '', config: { segment: 'served', when: 'enters' }, position: { x: 0, y: 0 } },
    { id: 'over', kind: 'exit', version: 1, name: '', config: { outcome: 'over' }, position: { x: 0, y: 150 } },
  ],
  edges: [{ from: 'segment', port: 'next', to: 'over' }],
};

test('an entry that nothing would ever start is refused at publishing, on its step', async () => {
  await using engine = await startTestEngine();
  const { api } = await engine.as('marketer');
  const { id } = await api.journeys.create.mutate({ name: 'Served customers', document });
  const refused = await api.journeys.publish.mutate({ id, note: '', enrolMatching: false });
  expect(refused).toMatchObject({ ok: false, version: null });
  expect(refused.diagnostics).toContainEqual(expect.objectContaining({ code: 'J801', severity: 'error', node: 'segment' }));
  expect(await api.journeys.versions.query({ id })).toEqual([]);
});
