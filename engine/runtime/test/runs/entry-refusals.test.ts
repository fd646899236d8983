import type { JsonObject } from '@tendril/journey/model';
import { expect, test } from 'vitest';
import { startWorkspace } from '../start-workspace.ts';

const ONLY_SHANGHAI: JsonObject = { filter: { test: { of: 'attribute', field: 'city' }, operator: 'is', value: 'Shanghai' } };

test('why an entry did not let a lead in is kept until the lead comes in', async () => {
  await using workspace = await startWorkspace();
  const journeyId = await workspace.publish({ in: ['entry-manual', ONLY_SHANGHAI, 'out'], out: ['exit', { outcome: 'over' }] });
  const { leadId } = await workspace.lead({ fields: { email: 'li@example.com', city: 'Beijing' } });
  const enrol = () => workspace.runtime.enrol({ workspaceId: workspace.id, journeyId, leadId });
  const refusals = () => workspace.db.client.entryRefusal.findMany({ where: { journeyId } });
  await enrol();
  expect(await refusals()).toMatchObject([{ leadId, nodeId: 'in', because: { code: 'entry.not-matching' } }]);
  await workspace.lead({ fields: { email: 'li@example.com', city: 'Shanghai' }, policy: 'overwrite' });
  expect(await enrol()).toMatchObject({ enrolled: true });
  expect(await refusals()).toEqual([]);
});
