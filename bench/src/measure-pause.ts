import { performance } from 'node:perf_hooks';
import { setTimeout as rest } from 'node:timers/promises';
import { compile } from '@tendril/journey/compile';
import type { JourneyDocument, JsonObject } from '@tendril/journey/model';
import { builtInNodeTypes } from '@tendril/journey/nodes';
import { emptyDocument } from '@tendril/journey/schema';
import { publishDocument } from './publish-document.ts';
import { type Stack, startStack } from './stack.ts';
import { copyWaiting } from './waiting-runs.ts';

/** Milliseconds that an edit, a pause and a resumption take while so many leads wait. */
export interface PauseMeasurement {
  readonly waiting: number;
  readonly publishMs: number;
  readonly pauseMs: number;
  readonly resumeMs: number;
  /** From resuming until every lead has looked again, its wait moved by the length of the pause. */
  readonly lookedMs: number;
}

const WAITING = 10_000;
const PATIENCE_MS = 240_000;

const step = (id: string, kind: string, config: JsonObject) => ({ id, kind, version: 1, name: '', config, position: { x: 0, y: 0 } });

const waitingFor = (length: string): JourneyDocument => ({
  ...emptyDocument('Paused'),
  nodes: [step('in', 'entry-manual', {}), step('rest', 'wait', { for: length }), step('out', 'exit', { outcome: 'done' })],
  edges: [
    { from: 'in', port: 'next', to: 'rest' },
    { from: 'rest', port: 'next', to: 'out' },
  ],
});

/** Publishes an edit to a journey in which 10,000 leads wait, pauses it and resumes it so that every wait is moved. */
export async function measurePause(): Promise<PauseMeasurement> {
  await using stack = await startStack({ factor: 2 });
  const { db, runtime, workspaceId } = stack;
  const journeyId = await publishDocument(db, workspaceId, waitingFor('300d'));
  await fill(stack, journeyId);
  const publishMs = await timed(() => publishEdit(stack, journeyId));
  const pauseMs = await timed(() => runtime.pauseJourney({ workspaceId, journeyId, userId: 'bench' }));
  const policy = { late: 'shift', skipAfterMs: 0, spreadMs: 0 } as const;
  const before = performance.now();
  const resumeMs = await timed(() => runtime.resumeJourney({ workspaceId, journeyId, userId: 'bench', policy }));
  while ((await db.client.outboxItem.count({ where: { deliveredAt: null } })) > 0) {
    if (performance.now() - before > PATIENCE_MS) throw new Error('The leads did not look again in time.');
    await rest(200);
  }
  return { waiting: WAITING, publishMs, pauseMs, resumeMs, lookedMs: Math.round(performance.now() - before) };
}

/** One lead comes in by itself; the others are copies of it. */
async function fill(stack: Stack, journeyId: string): Promise<void> {
  const { db, runtime, workspaceId } = stack;
  const { leadId } = await runtime.upsertLead({ workspaceId, policy: 'fill', fields: { email: 'first@company.example' } });
  const answer = await runtime.enrol({ workspaceId, journeyId, leadId });
  if (!answer.enrolled) throw new Error(answer.because.code);
  await runtime.beginRun({ runId: answer.runId });
  await copyWaiting({ db }, answer.runId, WAITING - 1);
}

async function publishEdit({ db }: Stack, journeyId: string): Promise<void> {
  const document = JSON.parse(JSON.stringify(waitingFor('200d')));
  const compiled = compile(document, { nodeTypes: builtInNodeTypes });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.diagnostics));
  const program = JSON.parse(JSON.stringify(compiled.program));
  await db.client.$transaction([
    db.client.program.createMany({ data: [{ hash: program.hash, program }], skipDuplicates: true }),
    db.client.journeyVersion.create({ data: { journeyId, number: 2, document, programHash: program.hash, publishedAt: new Date() } }),
    db.client.journey.update({ where: { id: journeyId }, data: { liveVersion: 2, draft: document } }),
    db.client.entryPoint.updateMany({ where: { journeyId }, data: { version: 2 } }),
  ]);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return Math.round(performance.now() - before);
}
