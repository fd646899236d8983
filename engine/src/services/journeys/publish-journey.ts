import { lockJourney } from '@tendril/db/queries';
import type { Program } from '@tendril/journey/model';
import type { PublishResult } from '../../api/views.ts';
import { backfill } from '../bulk/backfill.ts';
import type { Caller } from '../ports.ts';
import { askToPublish, mustAsk } from '../publishing/ask-to-publish.ts';
import type { PublishChoices } from '../publishing/publish-choices.ts';
import { type Published, publishDrawing } from '../publishing/publish-drawing.ts';
import { UserError } from '../user-error.ts';
import { countNewcomers, newLeadEntries } from './count-matching.ts';
import { findEditable } from './find-journey.ts';
import type { JourneyParts } from './journey-parts.ts';

/** What a marketer says when publishing, and when it shall be. */
export interface PublishInput extends PublishChoices {
  readonly id: string;
  /** ISO 8601 on the workspace's clock; null: now. */
  readonly at: string | null;
}

/**
 * Compiles the draft and makes it the live version, or one on trial; or keeps it for its time or for a second person. Leads
 * inside do as the plan says. A draft with errors, or with a saved test that fails, is not published; the answer then holds
 * what is to be mended.
 * @throws UserError `journey.missing`, `journey.archived`, `journey.conflict`, `publication.past`, `canary.nothing-live`
 */
export async function publishJourney(parts: JourneyParts, caller: Caller, { id, at, ...choices }: PublishInput): Promise<PublishResult> {
  const journey = await findEditable(parts.db, caller, id);
  if (choices.canary !== null && journey.liveVersion === null) throw new UserError('canary.nothing-live', { name: journey.name }, 'CONFLICT');
  if (at !== null || (await mustAsk(parts, caller))) return askToPublish(parts, caller, { journey, choices, at });
  const basedOn = journey.draftRevision;
  const published = await publishDrawing(parts, caller, {
    journey,
    drawing: journey.draft,
    choices,
    action: 'journey.published',
    // What is published is what was compiled.
    stillSo: async (tx) => {
      const current = await lockJourney(tx, id);
      if (current !== basedOn) throw new UserError('journey.conflict', { basedOn, current }, 'CONFLICT');
    },
  });
  return withEnrolment(parts, caller, { id, published, choices });
}

/** Lets leads in that match already, if that was said and the version is for all. */
export async function withEnrolment(
  parts: JourneyParts,
  caller: Caller,
  { id, published, choices }: { readonly id: string; readonly published: Published; readonly choices: PublishChoices },
): Promise<PublishResult> {
  const { program, version, result } = published;
  if (!choices.enrolMatching || choices.canary !== null || version === null || program === null) return result;
  return { ...result, enrolled: await enrolMatching(parts, caller, { id, version, program }) };
}

/** Queues the leads that match an entry already; background jobs let them in. @returns how many match now */
export async function enrolMatching(
  parts: JourneyParts,
  caller: Caller,
  { id, version, program }: { readonly id: string; readonly version: number; readonly program: Program },
): Promise<number> {
  const watched = await backfill(parts, caller, { id, program });
  if (newLeadEntries(program).length === 0) return watched;
  const { workspaceId, userId } = caller;
  const matching = await countNewcomers(parts, caller, { id });
  if (matching === 0) return watched;
  await parts.db.client.enrolJob.create({ data: { workspaceId, journeyId: id, version, total: matching, createdBy: userId } });
  parts.onJobQueued();
  return Math.max(matching, watched);
}
