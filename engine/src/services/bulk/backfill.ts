import type { Prisma } from '@tendril/db';
import { compile } from '@tendril/journey/compile';
import type { Program } from '@tendril/journey/model';
import { builtInNodeTypes } from '@tendril/journey/nodes';
import { STATE_TRIGGERS, watchingNow } from '@tendril/runtime';
import { entryPointsOf } from '../journeys/entry-points.ts';
import { findJourney } from '../journeys/find-journey.ts';
import type { Caller } from '../ports.ts';
import type { ServiceParts } from '../service-parts.ts';
import { workspaceNow } from '../workspace-clock.ts';
import { queueBulk } from './bulk-service.ts';
import { countSource } from './bulk-source.ts';

type Parts = Pick<ServiceParts, 'db' | 'clock' | 'onJobQueued'>;

const watchingEntries = (program: Program) => entryPointsOf(program).filter(({ trigger }) => STATE_TRIGGERS.some((known) => known === trigger));

/** Leads who never were in the journey and of whom what an entry of the draft watches is true already. Zero while it does not compile. */
export async function countAlready({ db, clock }: Parts, caller: Caller, { id }: { readonly id: string }): Promise<number> {
  const journey = await findJourney(db, caller, id);
  const compiled = compile(journey.draft, { nodeTypes: builtInNodeTypes });
  if (!compiled.ok) return 0;
  const entries = watchingEntries(compiled.program);
  if (entries.length === 0) return 0;
  const { now, timeZone } = await workspaceNow(db.client, caller.workspaceId, clock.now());
  const found = new Set<string>();
  for (const { trigger, filter } of entries) {
    const at = { tx: db.client as unknown as Prisma.TransactionClient, workspace: { id: caller.workspaceId, timeZone }, now };
    for (const leadId of await watchingNow(at, { trigger, detail: filter, journeyId: id })) found.add(leadId);
  }
  return found.size;
}

/** Queues those leads for the version that went live, entry by entry. Publishing has noted them, so that they come in by nothing else. */
export async function backfill(parts: Parts, caller: Caller, { id, program }: { readonly id: string; readonly program: Program }): Promise<number> {
  let queued = 0;
  for (const { nodeId, filter } of watchingEntries(program)) {
    if ((filter as { when?: unknown } | null)?.when === 'leaves') continue;
    const source = { type: 'entry' } as const;
    const total = await countSource(parts, { workspaceId: caller.workspaceId, journeyId: id, nodeId, source });
    if (total === 0) continue;
    await queueBulk(parts.db.client, { caller, journeyId: id, nodeId, source, perMinute: null, total, nextAt: parts.clock.now() });
    queued += total;
  }
  if (queued > 0) parts.onJobQueued();
  return queued;
}
