import { setTimeout as pause } from 'node:timers/promises';
import { publishDocument } from '@tendril/bench/publish-document';
import { startStack } from '@tendril/bench/stack';
import type { JourneyDocument } from '@tendril/journey/model';
import { expect, test } from 'vitest';

const oneWait: JourneyDocument = {
  format: 'tendril.journey',
  schemaVersion: 3,
  name: 'One wait',
  settings: {},
  notes: [],
  nodes: [
    { id: 'in', kind: 'entry-manual', version: 1, name: '', config: {}, position: { x: 0, y: 0 } },
    { id: 'rest', kind: 'wait', version: 1, name: '', config: { for: '5d' }, position: { x: 0, y: 1 } },
    { id: 'out', kind: 'exit', version: 1, name: '', config: { outcome: 'over' }, position: { x: 0, y: 2 } },
  ],
  edges: [
    { from: 'in', port: 'next', to: 'rest' },
    { from: 'rest', port: 'next', to: 'out' },
  ],
};

test('a failed run goes on in a second workflow where the first one ended', { timeout: 300_000 }, async () => {
  await using stack = await startStack({ factor: 86_400 });
  const { db, runtime, temporal, workspaceId } = stack;
  const journeyId = await publishDocument(db, workspaceId, oneWait);
  const { leadId } = await runtime.upsertLead({ workspaceId, policy: 'fill', fields: { email: 'lead@company.example' } });
  const entered = await runtime.enrol({ workspaceId, journeyId, leadId });
  if (!entered.enrolled) throw new Error(entered.because.code);
  const { runId } = entered;
  const run = () => db.client.run.findUniqueOrThrow({ where: { id: runId } });

  const closed = async () => (await temporal.workflow.getHandle(`run/${runId}`).describe()).status.name === 'COMPLETED';
  await stack.startWorker();
  await until(async () => (await run()).nodeId === 'rest');
  await runtime.cancelRun({ workspaceId, runId, because: { code: 'run.removed', params: { by: 'test' } } });
  await until(closed);
  // As a step that cannot go on leaves it.
  const { step, directive } = await run();
  const failed = [...(directive as unknown[]), [step + 1, { do: 'done', outcome: 'error' }]];
  await db.client.run.update({ where: { id: runId }, data: { status: 'failed', outcome: 'error', step: step + 1, directive: failed as object } });

  expect(await runtime.tryAgain({ workspaceId, runId, by: 'test' })).toEqual({ done: true });
  await until(async () => (await run()).status === 'done');
  expect(await run()).toMatchObject({ outcome: 'over' });
  await until(closed);
  const executions = [];
  for await (const execution of temporal.workflow.list({ query: `WorkflowId = 'run/${runId}'` })) executions.push(execution.runId);
  expect(executions).toHaveLength(2);
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 120_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('Not so after two minutes.');
    await pause(100);
  }
}
