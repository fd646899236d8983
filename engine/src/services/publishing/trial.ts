import type { Prisma } from '@tendril/db';
import { lockJourney } from '@tendril/db/queries';
import type { Program } from '@tendril/journey/model';
import { movesAll } from '@tendril/journey/versions';
import { recordDeed } from '../audit.ts';
import { findEditable } from '../journeys/find-journey.ts';
import type { JourneyParts } from '../journeys/journey-parts.ts';
import { enrolMatching } from '../journeys/publish-journey.ts';
import type { Caller } from '../ports.ts';
import { UserError } from '../user-error.ts';
import { workspaceNow } from '../workspace-clock.ts';
import { goLive, queueMove } from './go-live.ts';
import type { PublishChoices } from './publish-choices.ts';

/**
 * Makes the version on trial the one for all leads that come in; leads inside do as was chosen when it was published. A trial
 * that a limit stopped can go to all as well: people know better.
 * @throws UserError `canary.none`
 */
export async function goToAll(parts: JourneyParts, caller: Caller, { id }: { id: string }): Promise<{ version: number; enrolled: number }> {
  const { name } = await findEditable(parts.db, caller, id);
  const gone = await parts.db.client.$transaction(
    async (tx) => {
      const canary = await findTrial(tx, id);
      const { version, against } = canary;
      const choices = canary.choices as unknown as PublishChoices;
      const { now, timeZone } = await workspaceNow(tx, caller.workspaceId, parts.clock.now());
      const { programHash } = await tx.journeyVersion.findUniqueOrThrow({ where: { journeyId_number: { journeyId: id, number: version } } });
      const row = await tx.program.findUniqueOrThrow({ where: { hash: programHash } });
      // Written by the compiler alone.
      const program = row.program as unknown as Program;
      await goLive(tx, { caller, journeyId: id, version, program, plan: choices.plan, now, timeZone });
      await tx.canary.update({ where: { id: canary.id }, data: { status: 'passed', endedAt: new Date(now), endedBy: caller.userId } });
      await recordDeed(tx, { caller, action: 'journey.trial-passed', subjectType: 'journey', subjectId: id, detail: { name, version, against } });
      return { version, program, choices };
    },
    { timeout: 30_000 },
  );
  parts.onJobQueued();
  const { version, program, choices } = gone;
  return { version, enrolled: choices.enrolMatching ? await enrolMatching(parts, caller, { id, version, program }) : 0 };
}

/**
 * Ends a trial: all leads that come in go through the live version again. Those who came in by the trial finish it, or go over
 * to the live version, as is said.
 * @throws UserError `canary.none`
 */
export async function takeBack(
  parts: JourneyParts,
  caller: Caller,
  { id, leads }: { readonly id: string; readonly leads: 'finish' | 'now' | 'next' },
): Promise<void> {
  const { name } = await findEditable(parts.db, caller, id);
  await parts.db.client.$transaction(async (tx) => {
    const canary = await findTrial(tx, id);
    const { version, against } = canary;
    const { now } = await workspaceNow(tx, caller.workspaceId, parts.clock.now());
    await tx.canary.update({ where: { id: canary.id }, data: { status: 'taken-back', endedAt: new Date(now), endedBy: caller.userId } });
    const { workspaceId, userId: createdBy } = caller;
    const plan = movesAll(leads);
    if (leads !== 'finish') await queueMove(tx, { workspaceId, journeyId: id, version: against, fromVersion: version, plan, createdBy });
    await recordDeed(tx, {
      caller,
      action: 'journey.trial-taken-back',
      subjectType: 'journey',
      subjectId: id,
      detail: { name, version, against, leads },
    });
  });
  parts.onJobQueued();
}

/** The trial that people can still decide on: one that runs, or that a limit stopped while its rival is still live. */
async function findTrial(tx: Prisma.TransactionClient, journeyId: string) {
  await lockJourney(tx, journeyId);
  const canary = await tx.canary.findFirst({ where: { journeyId }, orderBy: { version: 'desc' } });
  const journey = await tx.journey.findUniqueOrThrow({ where: { id: journeyId } });
  const open = canary !== null && ['running', 'stopped'].includes(canary.status) && journey.liveVersion === canary.against;
  if (!open) throw new UserError('canary.none', { name: journey.name }, 'CONFLICT');
  return canary;
}
