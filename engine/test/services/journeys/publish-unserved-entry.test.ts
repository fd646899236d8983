import type { JourneyDocument } from '@tendril/journey/model';
import { emptyDocument } from '@tendril/journey/schema';
import { expect, test } from 'vitest';
import { startTestEngine } from '../../start-test-engine.ts';

const document: JourneyDocument = {
  ...emptyDocument('Silent leads'),
  nodes: [
    { id: 'silent', kind: 'entry-silence', version: 1, name: '', config: { for: '30d' }, position: { x: 0, y: 0 } },
    { id: 'over', kind: 'exit', version: 1, name: '', config: { outcome: 'over' }, position: { x: 0, y: 150 } },
  ],
  edges: [{ from: 'silent', port: 'next', to: 'over' }],
};

test('an entry that nothing would ever start is refused at publishing, on its step', async () => {
  await using engine = await startTestEngine();
  const { api } = await engine.as('marketer');
  const { id } = await api.journeys.create.mutate({ name: 'Silent leads', document });
  const refused = await api.journeys.publish.mutate({ id, note: '', enrolMatching: false });
  expect(refused).toMatchObject({ ok: false, version: null });
  expect(refused.diagnostics).toContainEqual(expect.objectContaining({ code: 'J801', severity: 'error', node: 'silent' }));
  expect(await api.journeys.versions.query({ id })).toEqual([]);
});
