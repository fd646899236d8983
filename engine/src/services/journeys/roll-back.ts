import { lockJourney } from '@tendril/db/queries';
import { movesAll } from '@tendril/journey/versions';
import type { PublishResult } from '../../api/views.ts';
import type { Caller } from '../ports.ts';
import { publishDrawing } from '../publishing/publish-drawing.ts';
import { UserError } from '../user-error.ts';
import { findEditable } from './find-journey.ts';
import type { JourneyParts } from './journey-parts.ts';
import { readVersion } from './read-versions.ts';

/** Which version is to be live again, and which one the person saw live when saying so. */
export interface RollBackInput {
  readonly id: string;
  readonly number: number;
  readonly replaces: number;
  readonly note: string;
  /** What becomes of the leads of the version that is replaced. */
  readonly leads: 'finish' | 'now' | 'next';
}

/**
 * Makes an older version live again, in one step, under a number of its own and without a second person, who agreed to it
 * when it was published. The draft stays as it is. The leads of the version that is replaced finish it or go over; all others
 * go on with the version they came in by. The version is checked as of now: what it needs may be gone since; the answer then
 * holds what is in the way.
 * @throws UserError `journey.live-moved` if another version went live meanwhile; `journey.version-missing`, `journey.archived`
 */
export async function rollBack(parts: JourneyParts, caller: Caller, { id, number, replaces, note, leads }: RollBackInput): Promise<PublishResult> {
  const journey = await findEditable(parts.db, caller, id);
  const version = await readVersion(parts, caller, { id, number });
  const { result } = await publishDrawing(parts, caller, {
    journey,
    drawing: { ...version, name: journey.name },
    choices: { note, enrolMatching: false, plan: movesAll(leads), canary: null },
    fromVersion: replaces,
    action: 'journey.rolled-back',
    detail: { backTo: number, replaces, leads },
    stillSo: async (tx) => {
      await lockJourney(tx, id);
      const { liveVersion: current } = await findEditable({ client: tx }, caller, id);
      if (current !== replaces) throw new UserError('journey.live-moved', { current: current ?? 0 }, 'CONFLICT');
    },
  });
  return result;
}
