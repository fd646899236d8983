import { createDb, type Db } from '@tendril/db';
import { compile } from '@tendril/journey/compile';
import type { JsonObject } from '@tendril/journey/model';
import { builtInNodeTypes, type NodeTypes } from '@tendril/journey/nodes';
import type { WireDirective } from '@tendril/journey/wire';
import { startPostgres } from '@tendril/launcher/test-services';
import { createRuntime, type EventInput, type LeadInput, type Runtime } from '@tendril/runtime';
import { DEFAULT_SCORE_RULES } from '@tendril/scoring';

/** The real instant at which every test begins. */
export const START = Date.UTC(2026, 10, 24, 1, 0, 0);

/** A step of a test's journey: its kind, its config and where its ports lead. */
type Step = readonly [kind: string, config: JsonObject, to?: string | { readonly [port: string]: string }];

/** A workspace on a database of its own, with a clock that a test sets. */
export interface TestWorkspace extends AsyncDisposable {
  readonly id: string;
  readonly db: Db;
  readonly runtime: Runtime;
  /** Real time; set it to let time pass. */
  readonly clock: { at: number; now(): number };
  /** Records events; what is left out is made up. */
  events(...events: readonly (Partial<EventInput> & { readonly name: string })[]): ReturnType<Runtime['recordEvents']>;
  lead(input: Partial<LeadInput>): ReturnType<Runtime['upsertLead']>;
  /** Publishes a journey drawn as steps by id; the first is the entry. */
  publish(steps: { readonly [id: string]: Step }, settings?: JsonObject): Promise<string>;
  /** The only run of a journey. */
  onlyRun(journeyId: string): ReturnType<typeof findOnlyRun>;
  /** Makes the next step of a run with the fact given. */
  step(runId: string, step: number, fact: Parameters<Runtime['advance']>[0]['fact']): Promise<WireDirective>;
  /** What Temporal has still to be told, oldest first, without ids of its own. */
  outbox(): Promise<readonly { readonly kind: string; readonly runId: string; readonly payload: unknown }[]>;
}

/** Starts an empty workspace with the default scoring rules. `factor`: workspace ms per real ms. */
export async function startWorkspace({
  factor = 1,
  nodeTypes = builtInNodeTypes,
}: {
  readonly factor?: number;
  readonly nodeTypes?: NodeTypes;
} = {}): Promise<TestWorkspace> {
  const database = await startPostgres();
  const db = createDb(database.url);
  const clock = {
    at: START,
    now(): number {
      return this.at;
    },
  };
  const kind = factor === 1 ? 'production' : 'demo';
  const { id } = await db.client.workspace.create({
    data: { name: 'Test', kind, clockFactor: factor, clockReal: new Date(START), clockVirtual: new Date(START) },
  });
  await db.client.scoreRule.createMany({
    data: DEFAULT_SCORE_RULES.map(({ name, trigger, ...rule }) => ({
      ...rule,
      workspaceId: id,
      name: { ...name },
      trigger: JSON.parse(JSON.stringify(trigger)),
    })),
  });
  const runtime = createRuntime({ db, clock, nodeTypes });
  let sent = 0;
  return {
    id,
    db,
    runtime,
    clock,
    events: (...events) =>
      runtime.recordEvents({
        workspaceId: id,
        events: events.map((event) => {
          sent += 1;
          return { messageId: `made-up-${sent}`, type: 'track', timestamp: clock.at, ...event };
        }),
      }),
    lead: (input) => runtime.upsertLead({ workspaceId: id, policy: 'fill', ...input }),
    publish: (steps, settings = {}) => publish({ db, workspaceId: id, nodeTypes }, steps, settings),
    onlyRun: (journeyId) => findOnlyRun(db, journeyId),
    step: (runId, step, fact) => runtime.advance({ runId, step, fact } as Parameters<Runtime['advance']>[0]),
    outbox: async () => {
      const rows = await db.client.outboxItem.findMany({ orderBy: { id: 'asc' } });
      return rows.map(({ kind: what, runId, payload }) => ({ kind: what, runId, payload }));
    },
    [Symbol.asyncDispose]: async () => {
      await db.close();
      await database[Symbol.asyncDispose]();
    },
  };
}

async function findOnlyRun(db: Db, journeyId: string) {
  const [run, ...others] = await db.client.run.findMany({ where: { journeyId } });
  if (run === undefined || others.length > 0) throw new Error(`The journey has ${others.length + (run ? 1 : 0)} runs, not one.`);
  return run;
}

async function publish(
  { db, workspaceId, nodeTypes }: { readonly db: Db; readonly workspaceId: string; readonly nodeTypes: NodeTypes },
  steps: { readonly [id: string]: Step },
  settings: JsonObject,
): Promise<string> {
  const nodes = Object.entries(steps).map(([id, [kind, config]]) => {
    const version = nodeTypes.get(kind)?.version ?? 1;
    return { id, kind, version, name: id, config, position: { x: 0, y: 0 } };
  });
  const edges = Object.entries(steps).flatMap(([from, [, , to = {}]]) =>
    Object.entries(typeof to === 'string' ? { next: to } : to).map(([port, target]) => ({ from, port, to: target })),
  );
  const document = { format: 'tendril.journey', schemaVersion: 1, name: 'Test', settings, nodes, edges, notes: [] };
  const compiled = compile(document, { nodeTypes });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.diagnostics, null, 2));
  const program = JSON.parse(JSON.stringify(compiled.program));
  const journey = await db.client.journey.create({ data: { workspaceId, name: 'Test', draft: document, status: 'live', liveVersion: 1 } });
  await db.client.program.createMany({ data: [{ hash: program.hash, program }], skipDuplicates: true });
  const version = { journeyId: journey.id, number: 1, document, programHash: program.hash, publishedAt: new Date(START) };
  await db.client.journeyVersion.create({ data: version });
  for (const nodeId of compiled.program.entries) {
    const node = compiled.program.nodes[nodeId];
    const trigger = node === undefined ? undefined : nodeTypes.get(node.kind)?.entry?.(nodeTypes.get(node.kind)?.config.parse(node.config));
    if (trigger === undefined) continue;
    const pattern =
      trigger.on === 'event'
        ? { eventName: trigger.pattern.event, filter: JSON.parse(JSON.stringify(trigger.pattern.where ?? [])) }
        : 'detail' in trigger
          ? { filter: JSON.parse(JSON.stringify(trigger.detail)) }
          : {};
    await db.client.entryPoint.create({ data: { workspaceId, journeyId: journey.id, nodeId, version: 1, trigger: trigger.on, ...pattern } });
  }
  return journey.id;
}
