import type { Prisma } from '@tendril/db';
import { lockJourney } from '@tendril/db/queries';
import { compile } from '@tendril/journey/compile';
import type { Diagnostic, Program } from '@tendril/journey/model';
import { builtInNodeTypes } from '@tendril/journey/nodes';
import { readDocument } from '@tendril/journey/schema';
import { failedTests } from '@tendril/journey/simulator';
import { noteMembers } from '@tendril/runtime';
import type { PublishResult } from '../../api/views.ts';
import { recordDeed } from '../audit.ts';
import type { Caller } from '../ports.ts';
import { UserError } from '../user-error.ts';
import { workspaceNow } from '../workspace-clock.ts';
import { countMatching, newLeadEntries } from './count-matching.ts';
import { entryPointsOf, unservedEntries } from './entry-points.ts';
import { findEditable } from './find-journey.ts';
import type { JourneyParts } from './journey-parts.ts';
import { workspaceNames } from './workspace-names.ts';

/** What a marketer says when publishing. */
export interface PublishInput {
  readonly id: string;
  readonly note: string;
  /** Let leads in that are in the workspace already and match an entry for new leads. */
  readonly enrolMatching: boolean;
  /** Steps whose waiting leads go over to the new version now; leads elsewhere finish on the one they came in by. */
  readonly move: readonly string[];
}

/**
 * Compiles the draft and makes it the live version. Leads inside stay on the version they came in by. A draft with
 * errors, or with a saved test that fails, is not published; the answer then holds what is to be mended.
 */
export async function publishJourney(parts: JourneyParts, caller: Caller, { id, note, enrolMatching, move }: PublishInput): Promise<PublishResult> {
  const journey = await findEditable(parts.db, caller, id);
  const basedOn = journey.draftRevision;
  const published = await publishDrawing(parts, caller, {
    journey,
    drawing: journey.draft,
    note,
    move,
    action: 'journey.published',
    // What is published is what was compiled.
    stillSo: async (tx) => {
      const current = await lockJourney(tx, id);
      if (current !== basedOn) throw new UserError('journey.conflict', { basedOn, current }, 'CONFLICT');
    },
  });
  if (published.result.ok && move.length > 0) parts.onJobQueued();
  const { program, version } = published;
  if (!enrolMatching || version === null || program === null || newLeadEntries(program).length === 0) return published.result;
  return { ...published.result, enrolled: await queueEnrolment(parts, caller, { id, version }) };
}

/** A drawing that is to go live, and what must still be so when it does. */
export interface Publication {
  readonly journey: { readonly id: string; readonly name: string };
  readonly drawing: unknown;
  readonly note: string;
  /** How the audit log calls it. */
  readonly action: 'journey.published' | 'journey.rolled-back';
  /** Locks the journey first, so that two who publish at once get two numbers; throws what is in the way. */
  readonly stillSo: (tx: Prisma.TransactionClient) => Promise<void>;
  readonly move?: readonly string[];
  readonly detail?: Prisma.InputJsonObject;
}

/** What became of it; `version` and `program` are null if it was refused. */
export interface Published {
  readonly result: PublishResult;
  readonly version: number | null;
  readonly program: Program | null;
}

/** Checks a drawing as of now and makes it the newest, live version; lets nobody in by itself. */
export async function publishDrawing(parts: JourneyParts, caller: Caller, publication: Publication): Promise<Published> {
  const { db } = parts;
  const { drawing } = publication;
  const known = await workspaceNames(db, caller.workspaceId);
  const { now, timeZone } = await workspaceNow(db.client, caller.workspaceId, parts.clock.now());
  const compiled = compile(drawing, { nodeTypes: builtInNodeTypes, known, now, timeZone });
  if (!compiled.ok) return refused(compiled.diagnostics);
  const { program } = compiled;
  const { diagnostics } = compiled;
  const failed = [...unservedEntries(program), ...failedTestsOf({ program, draft: drawing, timeZone })];
  if (failed.length > 0) return refused([...failed, ...diagnostics]);
  const version = await db.client.$transaction((tx) => insertVersion(tx, { ...publication, parts, caller, program }), { timeout: 30_000 });
  return { result: { ok: true, version, diagnostics, enrolled: 0 }, version, program };
}

const refused = (diagnostics: readonly Diagnostic[]): Published => ({
  result: { ok: false, version: null, diagnostics, enrolled: 0 },
  version: null,
  program: null,
});

/** A saved test that fails keeps a journey from being published, as an error does. */
function failedTestsOf({
  program,
  draft,
  timeZone,
}: {
  readonly program: Program;
  readonly draft: unknown;
  readonly timeZone: string;
}): readonly Diagnostic[] {
  const read = readDocument(draft);
  const tests = read.ok ? (read.document.tests ?? []) : [];
  return tests.length === 0 ? [] : failedTests({ nodeTypes: builtInNodeTypes, program, timeZone }, tests);
}

interface NewVersion extends Publication {
  readonly parts: JourneyParts;
  readonly caller: Caller;
  readonly program: Program;
}

async function insertVersion(tx: Prisma.TransactionClient, given: NewVersion): Promise<number> {
  const { parts, caller, program, note, journey, drawing, action, stillSo, move = [] } = given;
  const { workspaceId, userId } = caller;
  const { id: journeyId } = journey;
  await stillSo(tx);
  const last = await tx.journeyVersion.aggregate({ where: { journeyId }, _max: { number: true } });
  const number = (last._max.number ?? 0) + 1;
  const { now, timeZone } = await workspaceNow(tx, workspaceId, parts.clock.now());
  await tx.program.createMany({ data: [{ hash: program.hash, program: program as unknown as Prisma.InputJsonObject }], skipDuplicates: true });
  await tx.journeyVersion.create({
    data: {
      journeyId,
      number,
      document: drawing as Prisma.InputJsonObject,
      programHash: program.hash,
      note,
      publishedBy: userId,
      publishedAt: new Date(now),
    },
  });
  await tx.entryPoint.deleteMany({ where: { journeyId } });
  await tx.entryPoint.createMany({ data: entryPointsOf(program).map((entry) => ({ ...entry, workspaceId, journeyId, version: number })) });
  // A paused journey stays paused: publishing must not set leads going that somebody has stopped.
  await tx.journey.updateMany({ where: { id: journeyId, status: 'draft' }, data: { status: 'live' } });
  await tx.journey.update({ where: { id: journeyId }, data: { liveVersion: number } });
  await noteMembers({ tx, workspace: { id: workspaceId, timeZone }, now }, journeyId);
  const detail = {
    name: journey.name,
    version: number,
    programHash: program.hash,
    note,
    ...(move.length > 0 ? { move: [...move] } : {}),
    ...given.detail,
  };
  if (move.length > 0) await queueMove(tx, { workspaceId, journeyId, version: number, nodeIds: [...move], createdBy: userId });
  await recordDeed(tx, { caller, action, subjectType: 'journey', subjectId: journeyId, detail });
  return number;
}

/** Queued with the version itself, so that a crash between the two leaves nobody behind. */
async function queueMove(tx: Prisma.TransactionClient, job: Prisma.MoveJobUncheckedCreateInput & { readonly nodeIds: string[] }): Promise<void> {
  const total = await tx.run.count({ where: { journeyId: job.journeyId, status: 'running', nodeId: { in: job.nodeIds } } });
  await tx.moveJob.create({ data: { ...job, total } });
}

/** Queues the leads that match; a background job lets them in. @returns how many match now */
async function queueEnrolment(
  parts: JourneyParts,
  caller: Caller,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<number> {
  const { matching } = await countMatching(parts, caller, { id });
  if (matching === 0) return 0;
  const { workspaceId, userId } = caller;
  await parts.db.client.enrolJob.create({ data: { workspaceId, journeyId: id, version, total: matching, createdBy: userId } });
  parts.onJobQueued();
  return matching;
}
