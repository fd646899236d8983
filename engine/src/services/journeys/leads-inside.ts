import { builtInNodeTypes } from '@tendril/journey/nodes';
import { readDocument } from '@tendril/journey/schema';
import type { MoveJobView, StepInside } from '../../api/views.ts';
import { recordDeed } from '../audit.ts';
import type { Caller } from '../ports.ts';
import { findEditable, findJourney } from './find-journey.ts';
import type { JourneyParts } from './journey-parts.ts';

type Parts = Pick<JourneyParts, 'db' | 'clock'>;

/** Where leads are inside the journey now, and whether those who wait there can go over to the draft once it is live. */
export async function readLeadsInside({ db }: Parts, caller: Caller, { id }: { id: string }): Promise<readonly StepInside[]> {
  const { draft } = await findJourney(db, caller, id);
  const read = readDocument(draft);
  const kinds = new Map(read.ok ? read.document.nodes.map((node) => [node.id, node.kind]) : []);
  const where = { journeyId: id, status: 'running', nodeId: { not: null } };
  const counts = await db.client.run.groupBy({ by: ['nodeId'], where, _count: { _all: true } });
  return counts.map(({ nodeId, _count }) => {
    const kind = kinds.get(nodeId ?? '');
    return { nodeId: nodeId ?? '', here: _count._all, movable: builtInNodeTypes.get(kind ?? '')?.family === 'time' };
  });
}

/** The newest move of leads to another version; null if there never was one. */
export async function readMove({ db }: Parts, caller: Caller, { id }: { id: string }): Promise<MoveJobView | null> {
  await findJourney(db, caller, id);
  const job = await db.client.moveJob.findFirst({ where: { journeyId: id }, orderBy: { createdAt: 'desc' } });
  if (job === null) return null;
  const { version, total, done, moved } = job;
  return { version, total, done, moved, status: job.status as MoveJobView['status'] };
}

/** Stops the move under way after the batch at hand; who has been moved stays moved. */
export async function cancelMove({ db, clock }: Parts, caller: Caller, { id }: { id: string }): Promise<void> {
  await findEditable(db, caller, id);
  await db.client.$transaction(async (tx) => {
    const { count } = await tx.moveJob.updateMany({
      where: { journeyId: id, status: { in: ['queued', 'running'] } },
      data: { status: 'cancelled', finishedAt: new Date(clock.now()) },
    });
    if (count > 0) await recordDeed(tx, { caller, action: 'journey.move-cancelled', subjectType: 'journey', subjectId: id });
  });
}
