import { lockJourney } from '@tendril/db/queries';
import type { PublishResult } from '../../api/views.ts';
import { recordDeed } from '../audit.ts';
import { findEditable } from '../journeys/find-journey.ts';
import type { JourneyParts } from '../journeys/journey-parts.ts';
import type { Caller } from '../ports.ts';
import { UserError } from '../user-error.ts';
import { workspaceNow } from '../workspace-clock.ts';
import { publishWaiting, type StoredPublication } from './publish-waiting.ts';

/** What a second person says to a request. */
export interface PublicationDecision {
  /** The journey. */
  readonly id: string;
  readonly publicationId: string;
  readonly agree: boolean;
  readonly note: string;
}

async function findPublication(
  { db }: Pick<JourneyParts, 'db'>,
  { workspaceId }: Caller,
  given: { id: string; publicationId: string },
): Promise<StoredPublication> {
  const found = await db.client.publication.findFirst({ where: { id: given.publicationId, journeyId: given.id, workspaceId } });
  if (found === null) throw new UserError('publication.missing', {}, 'NOT_FOUND');
  return found;
}

/**
 * Agrees to a request or declines it, with a note. What is agreed to goes live at once, or at the time that was asked for.
 * Answers what became of it, or null if it was declined.
 * @throws UserError `publication.own` for the person who asked; `publication.reset` if the draft was changed since;
 *   `publication.settled` if somebody was faster; `publication.missing`
 */
export async function decidePublication(parts: JourneyParts, caller: Caller, decision: PublicationDecision): Promise<PublishResult | null> {
  const { id, agree, note } = decision;
  const { db, clock } = parts;
  const journey = await findEditable(db, caller, id);
  const asked = await findPublication(parts, caller, { id, publicationId: decision.publicationId });
  if (asked.requestedBy === caller.userId) throw new UserError('publication.own', {}, 'FORBIDDEN');
  const decided = await db.client.$transaction(async (tx) => {
    // Nobody saves a draft between this look and the decision.
    if ((await lockJourney(tx, id)) !== asked.revision) throw new UserError('publication.reset', { name: journey.name }, 'CONFLICT');
    const { now } = await workspaceNow(tx, caller.workspaceId, clock.now());
    const status = agree ? 'scheduled' : 'declined';
    const data = { status, decidedBy: caller.userId, decidedAt: new Date(now), decisionNote: note };
    // A time that went by while it waited for a second person: at once.
    const goLiveAt = asked.goLiveAt === null || asked.goLiveAt.getTime() < now ? new Date(now) : asked.goLiveAt;
    const where = { id: asked.id, status: 'requested', journeyId: id };
    const { count } = await tx.publication.updateMany({ where, data: { ...data, ...(agree ? { goLiveAt } : {}) } });
    if (count === 0) throw new UserError('publication.settled', {}, 'CONFLICT');
    const action = agree ? 'journey.publication-approved' : 'journey.publication-declined';
    await recordDeed(tx, {
      caller,
      action,
      subjectType: 'journey',
      subjectId: id,
      detail: { name: journey.name, note, requestedBy: asked.requestedBy },
    });
    return { ...asked, ...data, goLiveAt, isDue: goLiveAt.getTime() <= now };
  });
  if (!agree) return null;
  if (!decided.isDue) return { ok: true, version: null, diagnostics: [], enrolled: 0, became: 'scheduled' };
  const { isDue: _, ...waiting } = decided;
  return publishWaiting(parts, waiting);
}

/**
 * Takes a request back, or calls off what was to go live at a time.
 * @throws UserError `publication.settled`, `publication.missing`
 */
export async function cancelPublication(parts: JourneyParts, caller: Caller, given: { id: string; publicationId: string }): Promise<void> {
  const { name } = await findEditable(parts.db, caller, given.id);
  const { id } = await findPublication(parts, caller, given);
  await parts.db.client.$transaction(async (tx) => {
    const { count } = await tx.publication.updateMany({ where: { id, status: { in: ['requested', 'scheduled'] } }, data: { status: 'cancelled' } });
    if (count === 0) throw new UserError('publication.settled', {}, 'CONFLICT');
    await recordDeed(tx, { caller, action: 'journey.publication-cancelled', subjectType: 'journey', subjectId: given.id, detail: { name } });
  });
}
