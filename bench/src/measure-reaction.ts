import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { JourneyDocument, JsonObject } from '@tendril/journey/model';
import { emptyDocument } from '@tendril/journey/schema';
import { publishDocument } from './publish-document.ts';
import { type Stack, startStack } from './stack.ts';
import { copyWaiting } from './waiting-runs.ts';

/** Milliseconds until a lead has reacted, over all that were measured. */
interface Times {
  readonly waiting: number;
  readonly measured: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** How soon leads react, with few and with many waiting. */
export interface Reaction {
  readonly few: Times;
  readonly many: Times;
}

/** Leads that wait in PostgreSQL and in Temporal; the rest of the many wait in PostgreSQL only. */
const FEW = 1_000;
const MANY = 100_000;
const MEASURED = 200;
const PATIENCE_MS = 120_000;

const step = (id: string, kind: string, config: JsonObject) => ({ id, kind, version: 1, name: '', config, position: { x: 0, y: 0 } });

const journey: JourneyDocument = {
  ...emptyDocument('Reaction'),
  nodes: [
    step('in', 'entry-manual', {}),
    step('visit', 'wait-for-event', { events: [{ event: 'Price Requested' }], timeout: '300d' }),
    step('mail', 'send-email', { template: 'hello', topic: 'nurture' }),
    step('out', 'exit', { outcome: 'done' }),
  ],
  edges: [
    { from: 'in', port: 'next', to: 'visit' },
    { from: 'visit', port: 'happened', to: 'mail' },
    { from: 'visit', port: 'timeout', to: 'out' },
    { from: 'mail', port: 'next', to: 'out' },
  ],
};

/** Events are recorded one after the other, each for another waiting lead, until its mail has been claimed for sending. */
export async function measureReaction(): Promise<Reaction> {
  await using stack = await startStack({ factor: 2 });
  const { db, workspaceId } = stack;
  const body = '<mjml><mj-body><mj-section><mj-column><mj-text>Hello</mj-text></mj-column></mj-section></mj-body></mjml>';
  await db.client.template.create({ data: { workspaceId, key: 'hello', channel: 'email', name: 'Hello', subject: 'Hello', body } });
  const journeyId = await publishDocument(db, workspaceId, journey);
  const leadIds = await letIn(stack, journeyId);
  await stack.startWorker();
  // The first sends warm the worker up.
  await react(stack, leadIds.slice(0, 20), FEW);
  const few = await react(stack, leadIds.slice(20, 20 + MEASURED), FEW);
  const { id } = await db.client.run.findFirstOrThrow({ where: { journeyId, status: 'running', nodeId: 'visit' } });
  await copyWaiting(stack, id, MANY - FEW);
  const many = await react(stack, leadIds.slice(20 + MEASURED, 20 + 2 * MEASURED), MANY);
  return { few, many };
}

async function letIn({ runtime, workspaceId, db }: Stack, journeyId: string): Promise<readonly string[]> {
  const leadIds: string[] = [];
  for (let index = 0; index < FEW; index += 1) {
    const { leadId } = await runtime.upsertLead({
      workspaceId,
      policy: 'fill',
      fields: { email: `lead@company-${index}.example` },
      consents: [{ channel: 'email', topic: 'nurture', status: 'granted', source: 'form' }],
    });
    const answer = await runtime.enrol({ workspaceId, journeyId, leadId });
    if (!answer.enrolled) throw new Error(answer.because.code);
    leadIds.push(leadId);
  }
  const end = Date.now() + PATIENCE_MS;
  while ((await db.client.outboxItem.count({ where: { deliveredAt: null } })) > 0) {
    if (Date.now() > end) throw new Error('The leads were not started in time.');
    await pause(200);
  }
  return leadIds;
}

async function react({ runtime, workspaceId, db }: Stack, leadIds: readonly string[], waiting: number): Promise<Times> {
  const times: number[] = [];
  for (const leadId of leadIds) {
    const before = performance.now();
    await runtime.recordEvents({ workspaceId, events: [{ messageId: `ask-${leadId}`, type: 'track', name: 'Price Requested', leadId }] });
    while ((await db.client.message.count({ where: { leadId, status: { not: 'planned' } } })) === 0) {
      if (performance.now() - before > PATIENCE_MS) throw new Error('A lead did not react in time.');
      await pause(3);
    }
    times.push(performance.now() - before);
  }
  times.sort((left, right) => left - right);
  const at = (share: number): number => Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN);
  return { waiting, measured: times.length, p50Ms: at(0.5), p99Ms: at(0.99) };
}
