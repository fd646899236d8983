import { countVersions } from '@tendril/db/queries';
import { GOAL_OUTCOME } from '@tendril/journey/machine';
import type { JourneyParts } from '../journeys/journey-parts.ts';
import { workspaceNow } from '../workspace-clock.ts';
import { type GuardLimits, NO_LEADS, overstepped, type VersionCounts } from './guard-metrics.ts';

type Parts = Pick<JourneyParts, 'db' | 'clock'>;

/** A trial, as far as its numbers go. */
export interface TrialNumbersQuestion {
  readonly journeyId: string;
  readonly version: number;
  readonly against: number;
  readonly startedAt: Date;
}

/** The leads that came in since a trial began, by the version on trial and by the live one. */
export async function trialNumbers(
  { db }: Pick<Parts, 'db'>,
  { journeyId, version, against, startedAt }: TrialNumbersQuestion,
): Promise<{ readonly trial: VersionCounts; readonly live: VersionCounts }> {
  const rows = await countVersions(db, { journeyId, versions: [version, against], since: startedAt, goalOutcome: GOAL_OUTCOME });
  const of = (number: number): VersionCounts => {
    const { version: _, ...counts } = rows.find((row) => row.version === number) ?? { version: number, ...NO_LEADS };
    return counts;
  };
  return { trial: of(version), live: of(against) };
}

/** Stops a trial that oversteps one of its limits: nobody comes in by it any more, and people read why. True if it was stopped now. */
export async function watchTrial({ db, clock }: Parts, canaryId: string): Promise<boolean> {
  const canary = await db.client.canary.findUnique({ where: { id: canaryId } });
  if (canary === null || canary.status !== 'running') return false;
  const { id, journeyId, workspaceId, version, against } = canary;
  const found = overstepped(canary.limits as unknown as GuardLimits, await trialNumbers({ db }, canary));
  if (found === null) return false;
  return db.client.$transaction(async (tx) => {
    const { now } = await workspaceNow(tx, workspaceId, clock.now());
    const data = { status: 'stopped', reason: { ...found }, endedAt: new Date(now) };
    const { count } = await tx.canary.updateMany({ where: { id, status: 'running' }, data });
    if (count === 0) return false;
    const { name } = await tx.journey.findUniqueOrThrow({ where: { id: journeyId }, select: { name: true } });
    const detail = { name, version, against, ...found };
    // Nobody did it: a limit did.
    await tx.auditEntry.create({
      data: { workspaceId, userId: null, action: 'journey.trial-stopped', subjectType: 'journey', subjectId: journeyId, detail },
    });
    return true;
  });
}
