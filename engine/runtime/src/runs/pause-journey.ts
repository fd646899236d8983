import { lockJourney, signalHeldRuns } from '@tendril/db/queries';
import { closeJourney } from '../breakers/channel-stop.ts';
import type { Work } from '../work/work.ts';
import type { ResumePolicy } from './pause-policy.ts';

/**
 * Stops a live journey: nothing is sent and no lead goes on. Leads that come in stand at the entry; goals and exits take
 * leads out all the same. One row is written, however many leads are inside. False if the journey is not live.
 */
export async function pauseJourney(
  { tx, workspace, now }: Work,
  { journeyId, userId }: { readonly journeyId: string; readonly userId: string },
): Promise<boolean> {
  await lockJourney(tx, journeyId);
  const { count } = await tx.journey.updateMany({ where: { id: journeyId, workspaceId: workspace.id, status: 'live' }, data: { status: 'paused' } });
  if (count === 0) return false;
  await tx.journeyPause.create({ data: { workspaceId: workspace.id, journeyId, startedAt: new Date(now), startedBy: userId } });
  return true;
}

/** Lets a paused journey go on. Answers how many runs were told to look again, or null if it was not paused. */
export async function resumeJourney(
  work: Work,
  { journeyId, userId, policy }: { readonly journeyId: string; readonly userId: string; readonly policy: ResumePolicy },
): Promise<{ readonly runs: number } | null> {
  const { tx, workspace, now, realNow } = work;
  await lockJourney(tx, journeyId);
  const { count } = await tx.journey.updateMany({ where: { id: journeyId, workspaceId: workspace.id, status: 'paused' }, data: { status: 'live' } });
  if (count === 0) return null;
  await tx.journeyPause.updateMany({ where: { journeyId, endedAt: null }, data: { endedAt: new Date(now), endedBy: userId, policy: { ...policy } } });
  await closeJourney(work, journeyId);
  // Waits that are to move must all be told, also those that nothing held.
  const all = policy.late === 'shift';
  const runs = await signalHeldRuns(tx, { journeyId, all, from: new Date(realNow), spreadMs: policy.spreadMs / workspace.clock.factor });
  return { runs };
}
