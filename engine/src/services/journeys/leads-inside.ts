import type { MoveJobView } from '../../api/views.ts';
import { recordDeed } from '../audit.ts';
import type { Caller } from '../ports.ts';
import { findEditable, findJourney } from './find-journey.ts';
import type { JourneyParts } from './journey-parts.ts';

type Parts = Pick<JourneyParts, 'db' | 'clock'>;

/** The newest move of leads to another version; null if there never was one. */
export async function readMove({ db }: Parts, caller: Caller, { id }: { id: string }): Promise<MoveJobView | null> {
  await findJourney(db, caller, id);
  const job = await db.client.moveJob.findFirst({ where: { journeyId: id }, orderBy: { createdAt: 'desc' } });
  if (job === null) return null;
  const { version, total, done, moved, later, left } = job;
  return { version, total, done, moved, later, left, status: job.status as MoveJobView['status'] };
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
