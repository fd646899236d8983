import { expect, test } from 'vitest';
import { funnelOf } from '../../../src/pages/overview/funnel.ts';

test('each step is told with its share of the one before', () => {
  const steps = funnelOf({ newLeads30d: 200, mqls30d: 50, handoffsAccepted30d: 40, dispositions30d: { qualified: 10, lost: 22 } });
  expect(steps).toEqual([
    { key: 'newLeads', count: 200, ofBefore: null },
    { key: 'handed', count: 50, ofBefore: 0.25 },
    { key: 'accepted', count: 40, ofBefore: 0.8 },
    { key: 'concluded', count: 32, ofBefore: 0.8 },
    { key: 'qualified', count: 10, ofBefore: 10 / 32 },
  ]);
});

test('nothing is divided by nothing', () => {
  const steps = funnelOf({ newLeads30d: 0, mqls30d: 3, handoffsAccepted30d: 0, dispositions30d: {} });
  expect(steps.map(({ ofBefore }) => ofBefore)).toEqual([null, null, 0, null, null]);
});
