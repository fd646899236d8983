import { performance } from 'node:perf_hooks';
import { compile } from '@tendril/journey/compile';
import { advance } from '@tendril/journey/machine';
import { DAY, type JourneyDocument, type JsonObject, type LeadView } from '@tendril/journey/model';
import { builtInNodeTypes } from '@tendril/journey/nodes';
import { emptyDocument } from '@tendril/journey/schema';
import type { MoveChoice } from '@tendril/journey/versions';
import { publishDocument } from './publish-document.ts';
import { type Stack, startStack } from './stack.ts';

/** Runs per transaction, as the job that moves them has it. */
const BATCH = 100;

const step = (id: string, kind: string, config: JsonObject) => ({ id, kind, version: 1, name: '', config, position: { x: 0, y: 0 } });

const waiting = (length: string): JourneyDocument => ({
  ...emptyDocument('Moved'),
  nodes: [step('called', 'entry-manual', {}), step('rest', 'wait', { for: length }), step('over', 'exit', {})],
  edges: [
    { from: 'called', port: 'next', to: 'rest' },
    { from: 'rest', port: 'next', to: 'over' },
  ],
});

const programOf = (document: JourneyDocument) => {
  const compiled = compile(document, { nodeTypes: builtInNodeTypes });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.diagnostics));
  return compiled.program;
};

/** Leads that wait at a step of time, each with its trail, as if they had come in by themselves. */
async function addWaiting({ db, workspaceId }: Stack, journeyId: string, count: number): Promise<readonly string[]> {
  const { client } = db;
  const program = programOf(waiting('30d'));
  const now = Date.now();
  await client.lead.createMany({
    data: Array.from({ length: count }, (_, index) => ({
      workspaceId,
      name: `Lead ${index}`,
      email: `lead-${index}@company.example`,
      createdAt: new Date(now),
      updatedAt: new Date(now),
    })),
  });
  const leads = await client.lead.findMany({ where: { workspaceId }, select: { id: true } });
  const view = { id: '', events: [], tags: {}, attributes: {}, consent: {}, reachable: {} } as unknown as LeadView;
  const { cursor } = advance(builtInNodeTypes, program, null, { type: 'entered', entry: 'called' }, { now, lead: view, timeZone: 'UTC', runId: '' });
  await client.run.createMany({
    data: leads.map(({ id: leadId }) => ({
      workspaceId,
      journeyId,
      version: 1,
      programHash: program.hash,
      leadId,
      entryKey: 'once',
      nodeId: 'rest',
      cursor: cursor as object,
      step: 0,
      directive: [[0, { do: 'wait', until: now + 30 * DAY }]],
      wakeAt: new Date(now + 30 * DAY),
      startedAt: new Date(now),
    })),
  });
  return (await client.run.findMany({ where: { journeyId }, select: { id: true }, orderBy: { id: 'asc' } })).map(({ id }) => id);
}

/** Makes the journey's next version, with another wait. @returns its number */
async function nextVersion({ db }: Stack, journeyId: string, number: number): Promise<number> {
  const document = waiting(`${30 + number}d`);
  const program = programOf(document);
  const json = (value: unknown) => JSON.parse(JSON.stringify(value));
  await db.client.program.createMany({ data: [{ hash: program.hash, program: json(program) }], skipDuplicates: true });
  await db.client.journeyVersion.create({
    data: { journeyId, number, document: json(document), programHash: program.hash, publishedAt: new Date() },
  });
  await db.client.journey.update({ where: { id: journeyId }, data: { liveVersion: number } });
  return number;
}

/** What moving waiting leads to another version takes, in ms, by what was chosen for them. */
export interface MoveCost {
  readonly leads: number;
  /** Over at once, the wait computed anew: written, told to look again. */
  readonly nowMs: number;
  /** Over at once, keeping the end of the wait. */
  readonly keepMs: number;
  /** Marked, to go over when they leave their step. */
  readonly nextMs: number;
}

/** Moves this many waiting leads, each with a line in its trail, under their locks and in batches, as the job does. */
export async function measureMove({ leads = 10_000 }: { readonly leads?: number } = {}): Promise<MoveCost> {
  await using stack = await startStack({ factor: 1 });
  const journeyId = await publishDocument(stack.db, stack.workspaceId, waiting('30d'));
  const runIds = await addWaiting(stack, journeyId, leads);
  const timed = async (choice: MoveChoice, number: number): Promise<number> => {
    const version = await nextVersion(stack, journeyId, number);
    const plan = { steps: {}, rest: choice };
    const before = performance.now();
    let done = 0;
    for (let from = 0; from < runIds.length; from += BATCH) {
      const ids = runIds.slice(from, from + BATCH);
      const { over, later } = await stack.runtime.changeVersions({ workspaceId: stack.workspaceId, journeyId, version, plan, runIds: ids });
      done += over + later;
    }
    if (done !== leads) throw new Error(`${done} of ${leads} leads were moved.`);
    return Math.round(performance.now() - before);
  };
  const nowMs = await timed({ do: 'now', wait: 'recompute' }, 2);
  const keepMs = await timed({ do: 'now', wait: 'keep' }, 3);
  const nextMs = await timed({ do: 'next' }, 4);
  return { leads, nowMs, keepMs, nextMs };
}
