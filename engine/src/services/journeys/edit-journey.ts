import type { Prisma } from '@tendril/db';
import { lockJourney } from '@tendril/db/queries';
import type { JourneyDocument } from '@tendril/journey/model';
import { emptyDocument, readDocument } from '@tendril/journey/schema';
import type { JourneyView } from '../../api/views.ts';
import { recordDeed } from '../audit.ts';
import { callerLocale } from '../caller-locale.ts';
import type { Caller } from '../ports.ts';
import { demandPen } from '../seats/keep-seats.ts';
import { UserError } from '../user-error.ts';
import { acceptDocument } from './accept-document.ts';
import { findEditable, findJourney } from './find-journey.ts';
import type { JourneyParts } from './journey-parts.ts';
import { liveDocuments } from './list-journeys.ts';
import { readPause } from './pause-journey.ts';
import { sameDrawing } from './same-drawing.ts';

type Parts = Pick<JourneyParts, 'db'>;

const asJson = (document: JourneyDocument): Prisma.InputJsonObject => document as unknown as Prisma.InputJsonObject;

/** A journey with its draft, for the canvas. */
export async function readJourney({ db }: Parts, caller: Caller, { id }: { id: string }): Promise<JourneyView> {
  const journey = await findJourney(db, caller, id);
  const reading = readDocument(journey.draft);
  const draft = reading.ok ? reading.document : (journey.draft as unknown as JourneyDocument);
  const published = (await liveDocuments(db, [journey])).get(id);
  const { name, status, liveVersion, draftRevision } = journey;
  const hasUnpublishedChanges = published === undefined || !sameDrawing(draft, published);
  const pause = await readPause({ db }, journey);
  return { id, name, status: status as JourneyView['status'], liveVersion, draft, draftRevision, hasUnpublishedChanges, pause };
}

/** Makes a draft: an empty one, or the drawing that is sent (from a template, a file). */
export async function createJourney(
  { db }: Parts,
  caller: Caller,
  { name, document }: { name: string; document?: JourneyDocument | undefined },
): Promise<{ id: string }> {
  const accepted = document === undefined ? emptyDocument(name) : acceptDocument(document, await callerLocale(db, caller));
  return insertJourney(db, caller, { ...accepted, name });
}

/** Makes a draft with the drawing of another journey's draft. Leads and versions are not taken along. */
export async function duplicateJourney({ db }: Parts, caller: Caller, { id }: { id: string }): Promise<{ id: string }> {
  const { name, draft } = await readJourney({ db }, caller, { id });
  const suffix = (await callerLocale(db, caller)) === 'en' ? ' (copy)' : '（副本）';
  return insertJourney(db, caller, { ...draft, name: `${name}${suffix}`.slice(0, 120) });
}

async function insertJourney(db: Parts['db'], caller: Caller, document: JourneyDocument): Promise<{ id: string }> {
  return db.client.$transaction(async (tx) => {
    const { id } = await tx.journey.create({
      data: { workspaceId: caller.workspaceId, name: document.name, draft: asJson(document) },
      select: { id: true },
    });
    await recordDeed(tx, { caller, action: 'journey.created', subjectType: 'journey', subjectId: id, detail: { name: document.name } });
    return { id };
  });
}

/**
 * Saves the drawing, if nobody has saved one since it was opened and no other tab holds the pen. Whoever names no tab, such
 * as a program, is only asked for the revision.
 * @throws UserError `journey.conflict`, `journey.pen-lost`, `journey.unreadable`, `journey.archived`
 */
export async function saveDraft(
  { db, clock }: Pick<JourneyParts, 'db' | 'clock'>,
  caller: Caller,
  { id, basedOn, document, tab }: { id: string; basedOn: number; document: JourneyDocument; tab?: string | undefined },
): Promise<{ revision: number }> {
  const journey = await findEditable(db, caller, id);
  const accepted = acceptDocument(document, await callerLocale(db, caller));
  const { count } = await db.client.$transaction(async (tx) => {
    await lockJourney(tx, id);
    if (tab !== undefined) await demandPen(tx, { id, tab }, clock.now());
    return tx.journey.updateMany({
      where: { id, draftRevision: basedOn, status: { not: 'archived' } },
      data: { draft: asJson({ ...accepted, name: journey.name }), draftRevision: { increment: 1 } },
    });
  });
  if (count === 1) return { revision: basedOn + 1 };
  const { draftRevision } = await findEditable(db, caller, id);
  throw new UserError('journey.conflict', { basedOn, current: draftRevision }, 'CONFLICT');
}

/** Gives the journey another name, in the draft too. The drawing stays as it is, so nobody who is editing it is disturbed. */
export async function renameJourney({ db }: Parts, caller: Caller, { id, name }: { id: string; name: string }): Promise<void> {
  const journey = await findEditable(db, caller, id);
  const draft = { ...(journey.draft as Prisma.JsonObject), name };
  await db.client.$transaction(async (tx) => {
    const { count } = await tx.journey.updateMany({ where: { id, draftRevision: journey.draftRevision }, data: { name, draft } });
    if (count === 0) throw new UserError('journey.conflict', { basedOn: journey.draftRevision, current: journey.draftRevision + 1 }, 'CONFLICT');
    await recordDeed(tx, { caller, action: 'journey.renamed', subjectType: 'journey', subjectId: id, detail: { from: journey.name, to: name } });
  });
}

/** Lets nobody in any more. Leads that are inside go on to their end, held ones too. Archiving twice changes nothing. */
export async function archiveJourney(
  { db, runtime, clock }: Pick<JourneyParts, 'db' | 'runtime' | 'clock'>,
  caller: Caller,
  { id }: { id: string },
): Promise<void> {
  const journey = await findJourney(db, caller, id);
  if (journey.status === 'archived') return;
  const policy = { late: 'send', skipAfterMs: 0, spreadMs: 0 } as const;
  await runtime.resumeJourney({ workspaceId: caller.workspaceId, journeyId: id, userId: caller.userId, policy });
  await db.client.$transaction(async (tx) => {
    await tx.journey.update({ where: { id }, data: { status: 'archived', archivedAt: new Date(clock.now()) } });
    await tx.entryPoint.deleteMany({ where: { journeyId: id } });
    await tx.entryQueue.deleteMany({ where: { journeyId: id } });
    await tx.entryMember.deleteMany({ where: { journeyId: id } });
    await recordDeed(tx, { caller, action: 'journey.archived', subjectType: 'journey', subjectId: id, detail: { name: journey.name } });
  });
}
