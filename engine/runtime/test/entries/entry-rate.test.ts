import { DAY } from '@tendril/journey/model';
import { createRuntime } from '@tendril/runtime';
import { expect, test } from 'vitest';
import { startWorkspace, type TestWorkspace } from '../start-workspace.ts';

const publish = (workspace: TestWorkspace, reentry: string = 'once') =>
  workspace.publish(
    { in: ['entry-event', { event: 'Asked', rate: { count: 3, per: '1d' } }, 'out'], out: ['exit', { outcome: 'over' }] },
    { reentry },
  );

const addresses = (count: number) => Array.from({ length: count }, (_, nth) => `lead-${nth}@example.com`);

test('a rate holds under intake by several processes; the others wait and come in later, in order, once each', async () => {
  await using workspace = await startWorkspace();
  const { id: workspaceId, db, clock } = workspace;
  const journeyId = await publish(workspace);
  const processes = [workspace.runtime, createRuntime({ db, clock }), createRuntime({ db, clock })];
  await Promise.all(
    addresses(8).map((email, nth) =>
      processes[nth % 3]?.recordEvents({ workspaceId, events: [{ messageId: email, type: 'track', name: 'Asked', email }] }),
    ),
  );
  const count = () => db.client.run.count({ where: { journeyId } });
  expect(await count()).toBe(3);
  const line = await db.client.entryQueue.findMany({ orderBy: { seq: 'asc' } });
  expect(line).toHaveLength(5);
  await Promise.all(processes.map((runtime) => runtime.letWaitingIn({ workspaceId })));
  expect(await count()).toBe(3);
  clock.at += DAY;
  await workspace.events({ name: 'Asked', email: 'late@example.com' });
  expect(await count()).toBe(3);
  await Promise.all(processes.map((runtime) => runtime.letWaitingIn({ workspaceId })));
  expect(await count()).toBe(6);
  const left = await db.client.entryQueue.findMany({ orderBy: { seq: 'asc' } });
  expect(left.slice(0, 2).map(({ leadId }) => leadId)).toEqual(line.slice(3).map(({ leadId }) => leadId));
  clock.at += DAY;
  expect(await workspace.runtime.letWaitingIn({ workspaceId })).toEqual({ entered: 3 });
  expect(await db.client.entryQueue.count()).toBe(0);
  expect(await db.client.entryRefusal.count()).toBe(0);
});

test('the same entry of one lead by several processes at once starts one run', async () => {
  await using workspace = await startWorkspace();
  const { id: workspaceId, db, clock } = workspace;
  const journeyId = await publish(workspace, 'after-exit');
  await workspace.lead({ fields: { email: 'li@example.com' } });
  const processes = [workspace.runtime, createRuntime({ db, clock }), createRuntime({ db, clock })];
  const event = (messageId: string) => ({ messageId, type: 'track' as const, name: 'Asked', email: 'li@example.com' });
  await Promise.all(
    processes.flatMap((runtime) => ['one', 'two'].map((messageId) => runtime.recordEvents({ workspaceId, events: [event(messageId)] }))),
  );
  expect(await db.client.run.count({ where: { journeyId } })).toBe(1);
});

test('a lead that waits and is merged waits as the other one, once', async () => {
  await using workspace = await startWorkspace();
  const { db } = workspace;
  await publish(workspace);
  for (const email of addresses(4)) await workspace.events({ name: 'Asked', email });
  await workspace.events({ name: 'Asked', phone: '+8613800138000' });
  expect(await db.client.entryQueue.count()).toBe(2);
  const merged = await workspace.lead({ fields: { email: 'lead-3@example.com', phone: '+8613800138000' } });
  expect(merged.absorbed).toHaveLength(1);
  expect(await db.client.entryQueue.findMany()).toMatchObject([{ leadId: merged.leadId }]);
});
