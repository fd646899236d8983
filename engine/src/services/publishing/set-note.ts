import { recordDeed } from '../audit.ts';
import { findEditable } from '../journeys/find-journey.ts';
import type { JourneyParts } from '../journeys/journey-parts.ts';
import type { Caller } from '../ports.ts';
import { UserError } from '../user-error.ts';

/**
 * Writes another note to a version; the version itself never changes.
 * @throws UserError `journey.version-missing`, `journey.archived`
 */
export async function setNote({ db }: Pick<JourneyParts, 'db'>, caller: Caller, given: { id: string; number: number; note: string }): Promise<void> {
  const { id, number, note } = given;
  await findEditable(db, caller, id);
  await db.client.$transaction(async (tx) => {
    const { count } = await tx.journeyVersion.updateMany({ where: { journeyId: id, number }, data: { note } });
    if (count === 0) throw new UserError('journey.version-missing', { number }, 'NOT_FOUND');
    await recordDeed(tx, { caller, action: 'journey.version-noted', subjectType: 'journey', subjectId: id, detail: { number, note } });
  });
}
