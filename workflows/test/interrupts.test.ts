import { setTimeout as pause } from 'node:timers/promises';
import { publishDocument } from '@tendril/bench/publish-document';
import { type Stack, startStack } from '@tendril/bench/stack';
import type { JourneyDocument, JsonObject } from '@tendril/journey/model';
import { emptyDocument } from '@tendril/journey/schema';
import { workflowIdOf } from '@tendril/journey/wire';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** A second or two is the aim; a busy machine gets some more before a test calls it late. */
const SOON_MS = 8_000;

const step = (id: string, kind: string, config: JsonObject = {}) => ({ id, kind, version: 1, name: '', config, position: { x: 0, y: 0 } });

/** Hands the lead over and waits for months; a goal, exits and a fast track may end that at any moment. */
const interruptible: JourneyDocument = {
  ...emptyDocument('Interruptible'),
  settings: {
    goal: { name: 'Demo', when: { event: { event: 'Demo Requested' } } },
    exits: [
      { when: { event: { event: 'Unsubscribed' } }, outcome: 'unsubscribed' },
      { when: { event: { event: 'Deal Won' } }, outcome: 'won' },
    ],
  },
  nodes: [
    step('in', 'entry-manual'),
    step('sdr', 'hand-to-sdr', { acceptWithin: '300d', respondWithin: '300d' }),
    step('fast', 'goal', { goal: 'Fast track', events: [{ event: 'Price Requested' }] }),
    step('out', 'exit', { outcome: 'fast' }),
  ],
  edges: [
    { from: 'in', port: 'next', to: 'sdr' },
    ...['qualified', 'nurture', 'later', 'lost', 'invalid', 'no-response'].map((port) => ({ from: 'sdr', port, to: 'fast' })),
    { from: 'fast', port: 'next', to: 'out' },
  ],
};

describe('a lead that waits in Temporal', () => {
  let stack: Stack;
  let journeyId: string;
  beforeAll(async () => {
    stack = await startStack({ factor: 2 });
    journeyId = await publishDocument(stack.db, stack.workspaceId, interruptible);
    await stack.startWorker();
  });
  afterAll(() => stack[Symbol.asyncDispose]());

  test.each([
    ['reaches the goal', 'Demo Requested', 'goal'],
    ['unsubscribes', 'Unsubscribed', 'unsubscribed'],
    ['is a deal that was won', 'Deal Won', 'won'],
    ['takes the fast track', 'Price Requested', 'fast'],
  ])('%s: its wait ends at once, and its hand-off is closed', async (_title, name, outcome) => {
    const { leadId, runId } = await letIn(`${outcome}@cn001.example`);
    const { workspaceId, runtime } = stack;
    await runtime.recordEvents({ workspaceId, events: [{ messageId: `${name}-${leadId}`, type: 'track', name, leadId }] });
    expect(await endOf(runId)).toBe(outcome);
    await isCleanedUp(runId);
  });

  test('is merged with one that waits in the same journey: one of the two goes on', async () => {
    const older = await letIn('older@cn001.example');
    const younger = await letIn('younger@cn001.example');
    const { workspaceId, runtime } = stack;
    await runtime.upsertLead({ workspaceId, policy: 'fill', leadId: younger.leadId, fields: { phone: '17008249165' } });
    await runtime.upsertLead({ workspaceId, policy: 'fill', fields: { email: 'older@cn001.example', phone: '17008249165' } });
    expect(await endOf(younger.runId)).toBe('merged');
    await isCleanedUp(younger.runId);
    expect((await stack.temporal.workflow.getHandle(workflowIdOf(older.runId)).describe()).status.name).toBe('RUNNING');
  });

  async function letIn(email: string): Promise<{ leadId: string; runId: string }> {
    const { runtime, workspaceId, db, temporal } = stack;
    const { leadId } = await runtime.upsertLead({ workspaceId, policy: 'fill', fields: { email } });
    const answer = await runtime.enrol({ workspaceId, journeyId, leadId });
    if (!answer.enrolled) throw new Error(answer.because.code);
    const { runId } = answer;
    await soon(async () => (await db.client.handoff.count({ where: { runId, status: 'open' } })) === 1);
    // Temporal has set its timer for the end of the wait, 150 days of real time from now.
    await soon(async () => {
      const { events } = await temporal.workflow.getHandle(workflowIdOf(runId)).fetchHistory();
      return (events ?? []).some((event) => event.timerStartedEventAttributes);
    });
    return { leadId, runId };
  }

  /** How the workflow ended. */
  async function endOf(runId: string): Promise<string> {
    const late = pause(SOON_MS).then(() => 'has not ended');
    return Promise.race([stack.temporal.workflow.getHandle(workflowIdOf(runId)).result(), late]);
  }

  async function isCleanedUp(runId: string): Promise<void> {
    expect(await stack.db.client.handoff.count({ where: { runId, status: { in: ['open', 'accepted'] } } })).toBe(0);
    expect(await stack.db.client.waitSubscription.count({ where: { runId } })).toBe(0);
    expect(await stack.db.client.message.count({ where: { runId, status: 'planned' } })).toBe(0);
  }
});

async function soon(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 30_000;
  while (!(await holds().catch(() => false))) {
    if (Date.now() > end) throw new Error('It did not come true in time.');
    await pause(100);
  }
}
