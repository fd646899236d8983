import type { Prisma } from '@tendril/db';
import { lockJourney } from '@tendril/db/queries';
import type { PublishResult } from '../../api/views.ts';
import { findEditable } from '../journeys/find-journey.ts';
import type { JourneyParts } from '../journeys/journey-parts.ts';
import { withEnrolment } from '../journeys/publish-journey.ts';
import type { Caller } from '../ports.ts';
import { UserError } from '../user-error.ts';
import type { PublishChoices } from './publish-choices.ts';
import { publishDrawing } from './publish-drawing.ts';

/** A publication as stored. */
export type StoredPublication = Prisma.PublicationGetPayload<object>;

/**
 * Publishes what has waited for its time, exactly as it was drawn then, in the name of the person who asked for it. What is in
 * the way as things are now is kept with it for people to read. Twice at once publishes once.
 * @throws UserError `journey.archived`, `publication.settled`
 */
export async function publishWaiting(parts: JourneyParts, waiting: StoredPublication): Promise<PublishResult> {
  const { id: publicationId, journeyId, workspaceId, requestedBy, decidedBy, needsApproval } = waiting;
  // The right to publish was looked at when it was asked for.
  const caller: Caller = { workspaceId, userId: requestedBy, role: 'marketer' };
  const choices = waiting.choices as unknown as PublishChoices;
  const journey = await findEditable(parts.db, caller, journeyId);
  const published = await publishDrawing(parts, caller, {
    journey,
    drawing: { ...(waiting.drawing as object), name: journey.name },
    choices,
    action: 'journey.published',
    detail: { scheduled: waiting.goLiveAt?.toISOString() ?? null },
    publicationId,
    approvedBy: needsApproval ? decidedBy : null,
    stillSo: async (tx) => {
      await lockJourney(tx, journeyId);
      const { count } = await tx.publication.updateMany({ where: { id: publicationId, status: 'scheduled' }, data: { status: 'published' } });
      if (count === 0) throw new UserError('publication.settled', {}, 'CONFLICT');
    },
  });
  if (!published.result.ok) {
    const problems = published.result.diagnostics as unknown as Prisma.InputJsonArray;
    await parts.db.client.publication.updateMany({ where: { id: publicationId, status: 'scheduled' }, data: { status: 'refused', problems } });
  }
  return withEnrolment(parts, caller, { id: journeyId, published, choices });
}
