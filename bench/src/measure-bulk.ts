import { performance } from 'node:perf_hooks';
import type { JourneyDocument } from '@tendril/journey/model';
import { emptyDocument } from '@tendril/journey/schema';
import { publishDocument } from './publish-document.ts';
import { startStack } from './stack.ts';

/** Leads of one transaction, as the job has it. */
const BATCH = 100;

const step = (id: string, kind: string) => ({ id, kind, version: 1, name: '', config: {}, position: { x: 0, y: 0 } });

const byHand: JourneyDocument = {
  ...emptyDocument('Bulk'),
  nodes: [step('called', 'entry-manual'), step('over', 'exit')],
  edges: [{ from: 'called', port: 'next', to: 'over' }],
};

/** What letting many leads in costs. */
export interface BulkCost {
  readonly leads: number;
  readonly leadsPerSecond: number;
}

/** Lets this many leads into a journey in PostgreSQL, batch by batch with their starts in the outbox, as the job of a bulk enrolment does. */
export async function measureBulk({ leads = 10_000 }: { readonly leads?: number } = {}): Promise<BulkCost> {
  await using stack = await startStack({ factor: 1 });
  const { db, runtime, workspaceId } = stack;
  const { client } = db;
  const journeyId = await publishDocument(db, workspaceId, byHand);
  const at = { createdAt: new Date(), updatedAt: new Date() };
  for (let from = 0; from < leads; from += 5_000) {
    const data = Array.from({ length: Math.min(5_000, leads - from) }, (_, nth) => ({ workspaceId, name: `Lead ${from + nth}`, ...at }));
    await client.lead.createMany({ data });
  }
  const ids = (await client.lead.findMany({ where: { workspaceId }, select: { id: true }, orderBy: { id: 'asc' } })).map(({ id }) => id);
  const source = { type: 'filter', filter: {} };
  const { id: jobId } = await client.bulkEnrolment.create({
    data: { workspaceId, journeyId, nodeId: 'called', source, status: 'running', total: leads, createdBy: 'bench' },
  });
  const before = performance.now();
  let [enrolled, cursor] = [0, null as string | null];
  for (let from = 0; from < ids.length; from += BATCH) {
    const leadIds = ids.slice(from, from + BATCH);
    const nextCursor = leadIds.at(-1) ?? null;
    enrolled += (await runtime.enrolMany({ workspaceId, jobId, leadIds, cursor, nextCursor, ahead: () => 0 }))?.enrolled ?? 0;
    cursor = nextCursor;
  }
  if (enrolled !== leads) throw new Error(`${enrolled} of ${leads} leads came in.`);
  return { leads, leadsPerSecond: Math.round((leads * 1_000) / (performance.now() - before)) };
}
