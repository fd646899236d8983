import type { Prisma } from '@tendril/db';
import { compile } from '@tendril/journey/compile';
import type { Diagnostic, Program } from '@tendril/journey/model';
import { builtInNodeTypes } from '@tendril/journey/nodes';
import { readDocument } from '@tendril/journey/schema';
import { failedTests } from '@tendril/journey/simulator';
import type { PublishResult } from '../../api/views.ts';
import { recordDeed } from '../audit.ts';
import type { JourneyParts } from '../journeys/journey-parts.ts';
import { workspaceNames } from '../journeys/workspace-names.ts';
import type { Caller } from '../ports.ts';
import { UserError } from '../user-error.ts';
import { workspaceNow } from '../workspace-clock.ts';
import { goLive, overtake } from './go-live.ts';
import type { PublishChoices } from './publish-choices.ts';

/** A drawing that is to go live, and what must still be so when it does. */
export interface Publication {
  readonly journey: { readonly id: string; readonly name: string };
  readonly drawing: unknown;
  readonly choices: PublishChoices;
  /** How the audit log calls it. */
  readonly action: 'journey.published' | 'journey.rolled-back';
  /** Locks the journey first, so that two who publish at once get two numbers; throws what is in the way. */
  readonly stillSo: (tx: Prisma.TransactionClient) => Promise<void>;
  readonly detail?: Prisma.InputJsonObject;
  /** What waited for its time or a second person and becomes this version. */
  readonly publicationId?: string;
  readonly approvedBy?: string | null;
  /** The plan is for leads of this version only; left out: for all. */
  readonly fromVersion?: number;
}

/** What became of it; `version` and `program` are null if it was refused. */
export interface Published {
  readonly result: PublishResult;
  readonly version: number | null;
  readonly program: Program | null;
}

/** Whether a drawing can go live as things are now. */
export type Checked =
  | { readonly ok: true; readonly program: Program; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Compiles a drawing as of now and runs its saved tests. */
export async function checkDrawing({ db, clock }: Pick<JourneyParts, 'db' | 'clock'>, caller: Caller, drawing: unknown): Promise<Checked> {
  const known = await workspaceNames(db, caller.workspaceId);
  const { now, timeZone } = await workspaceNow(db.client, caller.workspaceId, clock.now());
  const compiled = compile(drawing, { nodeTypes: builtInNodeTypes, known, now, timeZone });
  if (!compiled.ok) return compiled;
  const { program, diagnostics } = compiled;
  const failed = failedTestsOf({ program, draft: drawing, timeZone });
  return failed.length > 0 ? { ok: false, diagnostics: [...failed, ...diagnostics] } : compiled;
}

/** Checks a drawing as of now and makes it the newest version, live or on trial; lets nobody in by itself. */
export async function publishDrawing(parts: JourneyParts, caller: Caller, publication: Publication): Promise<Published> {
  const checked = await checkDrawing(parts, caller, publication.drawing);
  const { diagnostics } = checked;
  if (!checked.ok) return { result: refusal(diagnostics), version: null, program: null };
  const { program } = checked;
  const version = await parts.db.client.$transaction((tx) => insertVersion(tx, { ...publication, parts, caller, program }), { timeout: 30_000 });
  const became = publication.choices.canary === null ? 'live' : 'on-trial';
  parts.onJobQueued();
  return { result: { ok: true, version, diagnostics, enrolled: 0, became }, version, program };
}

/** The answer to a drawing that cannot go live. */
export const refusal = (diagnostics: readonly Diagnostic[]): PublishResult => ({ ok: false, version: null, diagnostics, enrolled: 0, became: null });

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
  const { parts, caller, program, choices, journey, drawing, action, stillSo, publicationId: but, approvedBy = null, fromVersion } = given;
  const { workspaceId, userId } = caller;
  const { id: journeyId, name } = journey;
  const { note, plan, canary } = choices;
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
      approvedBy,
    },
  });
  await overtake(tx, { journeyId, now, userId, but });
  if (but !== undefined) await tx.publication.update({ where: { id: but }, data: { version: number } });
  if (canary === null) await goLive(tx, { caller, journeyId, version: number, program, plan, fromVersion, now, timeZone });
  else await startTrial(tx, { caller, journeyId, version: number, choices, now });
  const chosen = { plan: plan as unknown as Prisma.InputJsonObject, ...(canary === null ? {} : { canary: canary.percent }) };
  const detail = { name, version: number, programHash: program.hash, note, approvedBy, ...chosen, ...given.detail };
  await recordDeed(tx, { caller, action: canary === null ? action : 'journey.trial-started', subjectType: 'journey', subjectId: journeyId, detail });
  return number;
}

/** The live version stays; a share of the leads that come in goes through the new one. */
async function startTrial(
  tx: Prisma.TransactionClient,
  given: { readonly caller: Caller; readonly journeyId: string; readonly version: number; readonly choices: PublishChoices; readonly now: number },
): Promise<void> {
  const { caller, journeyId, version, choices, now } = given;
  const { liveVersion, name } = await tx.journey.findUniqueOrThrow({ where: { id: journeyId } });
  const { canary } = choices;
  if (liveVersion === null || canary === null) throw new UserError('canary.nothing-live', { name }, 'CONFLICT');
  const { percent, limits } = canary;
  await tx.canary.create({
    data: {
      workspaceId: caller.workspaceId,
      journeyId,
      version,
      against: liveVersion,
      percent,
      limits: { ...limits },
      choices: { ...choices, canary: null } as unknown as Prisma.InputJsonObject,
      startedBy: caller.userId,
      startedAt: new Date(now),
    },
  });
}
