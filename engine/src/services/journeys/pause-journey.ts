import { HOUR, MINUTE } from '@tendril/journey/model';
import type { PauseView } from '../../api/views.ts';
import { recordDeed } from '../audit.ts';
import type { Caller } from '../ports.ts';
import { UserError } from '../user-error.ts';
import { findEditable, type StoredJourney } from './find-journey.ts';
import type { JourneyParts } from './journey-parts.ts';

type Parts = Pick<JourneyParts, 'db' | 'runtime'>;

/** How leads go on after a pause; lengths are on the workspace's clock. */
export interface ResumeInput {
  readonly id: string;
  readonly late: 'send' | 'skip' | 'shift';
  /** Messages later than this are not sent; read for `skip` only. */
  readonly skipAfterHours: number;
  /** The leads that were held go on evenly over this time. */
  readonly spreadMinutes: number;
}

/**
 * Stops a live journey without losing anybody.
 * @throws UserError `journey.cannot-pause`
 */
export async function pauseJourney({ db, runtime }: Parts, caller: Caller, { id }: { id: string }): Promise<void> {
  const { workspaceId, userId } = caller;
  const { name } = await findEditable(db, caller, id);
  if (!(await runtime.pauseJourney({ workspaceId, journeyId: id, userId }))) throw new UserError('journey.cannot-pause', { name }, 'CONFLICT');
  await recordDeed(db.client, { caller, action: 'journey.paused', subjectType: 'journey', subjectId: id, detail: { name } });
}

/**
 * Lets a paused journey go on. Answers how many leads were told.
 * @throws UserError `journey.not-paused`
 */
export async function resumeJourney({ db, runtime }: Parts, caller: Caller, input: ResumeInput): Promise<{ leads: number }> {
  const { workspaceId, userId } = caller;
  const { id, late, skipAfterHours, spreadMinutes } = input;
  const { name } = await findEditable(db, caller, id);
  const policy = { late, skipAfterMs: skipAfterHours * HOUR, spreadMs: spreadMinutes * MINUTE };
  const resumed = await runtime.resumeJourney({ workspaceId, journeyId: id, userId, policy });
  if (resumed === null) throw new UserError('journey.not-paused', { name }, 'CONFLICT');
  const detail = { name, late, skipAfterHours, spreadMinutes, leads: resumed.runs };
  await recordDeed(db.client, { caller, action: 'journey.resumed', subjectType: 'journey', subjectId: id, detail });
  return { leads: resumed.runs };
}

/** Since when a journey is paused and how many leads would go on at once; null while it is not. */
export async function readPause({ db }: Pick<Parts, 'db'>, { id, status }: Pick<StoredJourney, 'id' | 'status'>): Promise<PauseView | null> {
  if (status !== 'paused') return null;
  const [pause, held] = await Promise.all([
    db.client.journeyPause.findFirst({ where: { journeyId: id, endedAt: null }, orderBy: { startedAt: 'desc' } }),
    db.client.run.count({ where: { journeyId: id, status: 'running', heldSince: { not: null } } }),
  ]);
  return pause === null ? null : { since: pause.startedAt.toISOString(), held };
}
