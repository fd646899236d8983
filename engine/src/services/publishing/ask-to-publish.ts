import type { Prisma } from '@tendril/db';
import { lockJourney } from '@tendril/db/queries';
import type { PublishResult } from '../../api/views.ts';
import { recordDeed } from '../audit.ts';
import type { StoredJourney } from '../journeys/find-journey.ts';
import type { JourneyParts } from '../journeys/journey-parts.ts';
import type { Caller } from '../ports.ts';
import { UserError } from '../user-error.ts';
import { workspaceNow } from '../workspace-clock.ts';
import type { PublishChoices } from './publish-choices.ts';
import { checkDrawing, refusal } from './publish-drawing.ts';

/** Whether a second person has to agree before a journey of the workspace goes live. */
export async function mustAsk({ db }: Pick<JourneyParts, 'db'>, { workspaceId }: Caller): Promise<boolean> {
  const workspace = await db.client.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { publishingNeedsApproval: true } });
  return workspace.publishingNeedsApproval;
}

/**
 * Keeps the drawing as it is now until its time, or until a second person agrees. What waited before is cancelled: a journey
 * has one next version.
 * @throws UserError `publication.past`, `journey.conflict`
 */
export async function askToPublish(
  parts: JourneyParts,
  caller: Caller,
  { journey, choices, at }: { readonly journey: StoredJourney; readonly choices: PublishChoices; readonly at: string | null },
): Promise<PublishResult> {
  const { db, clock } = parts;
  const { id, draft, draftRevision, name } = journey;
  const checked = await checkDrawing(parts, caller, draft);
  if (!checked.ok) return refusal(checked.diagnostics);
  const needsApproval = await mustAsk(parts, caller);
  await db.client.$transaction(async (tx) => {
    const current = await lockJourney(tx, id);
    if (current !== draftRevision) throw new UserError('journey.conflict', { basedOn: draftRevision, current }, 'CONFLICT');
    const { now } = await workspaceNow(tx, caller.workspaceId, clock.now());
    if (at !== null && Date.parse(at) <= now) throw new UserError('publication.past', { at }, 'BAD_REQUEST');
    await tx.publication.updateMany({ where: { journeyId: id, status: { in: ['requested', 'scheduled'] } }, data: { status: 'cancelled' } });
    await tx.publication.create({
      data: {
        workspaceId: caller.workspaceId,
        journeyId: id,
        status: needsApproval ? 'requested' : 'scheduled',
        drawing: draft as Prisma.InputJsonObject,
        revision: draftRevision,
        choices: choices as unknown as Prisma.InputJsonObject,
        goLiveAt: at === null ? null : new Date(at),
        needsApproval,
        requestedBy: caller.userId,
        requestedAt: new Date(now),
      },
    });
    const action = needsApproval ? 'journey.publication-requested' : 'journey.publication-scheduled';
    await recordDeed(tx, { caller, action, subjectType: 'journey', subjectId: id, detail: { name, note: choices.note, at } });
  });
  return { ok: true, version: null, diagnostics: checked.diagnostics, enrolled: 0, became: needsApproval ? 'requested' : 'scheduled' };
}
