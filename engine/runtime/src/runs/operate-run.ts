import type { Cursor, NodeId, Program } from '@tendril/journey/model';
import type { RunSignal } from '@tendril/journey/wire';
import type { Work } from '../work/work.ts';
import type { MoveTo } from './going-over.ts';
import { heldFactOf } from './held-run.ts';
import { lastEffect, readAnswers, withAnswer } from './recorded-answers.ts';
import { readCursor } from './stored-cursor.ts';

/** Why a run is left as it is. */
export type OperationRefusal =
  /** The lead has left the journey, or there is no such run. */
  | 'over'
  /** A message or a call is on its way, or the lead is just coming in: nobody may take it from its step now. */
  | 'under-way'
  | 'is-there'
  /** Neither its version nor the live one has the step. */
  | 'no-step'
  | 'not-failed'
  /** The lead has come into the journey again since. */
  | 'inside-again'
  /** The message of the failed step may have gone out, so trying again could send it twice. */
  | 'may-have-gone';

/** Done, or why not. */
export type OperationAnswer = { readonly done: true } | { readonly done: false; readonly refusal: OperationRefusal };

/** Which run, and who says so. */
export interface OperationInput {
  readonly workspaceId: string;
  readonly runId: string;
  /** The name that the trail tells. */
  readonly by: string;
}

const DONE: OperationAnswer = { done: true };
const refused = (refusal: OperationRefusal): OperationAnswer => ({ done: false, refusal });

/** Fates of a message after which it may be with its reader. */
const MAY_HAVE_GONE: readonly string[] = ['sending', 'sent', 'unknown'];

/**
 * Sends a lead that rests to another step, where it goes on at once: the step it leaves tidies up (a hand-off is closed, a held
 * message recalled). It keeps its version if that has the step; else it goes over to the live one.
 */
export async function sendTo(work: Work, { runId, by, nodeId }: OperationInput & { readonly nodeId: NodeId }): Promise<OperationAnswer> {
  const run = await lockedRun(work, runId);
  if (run === null || run.status !== 'running') return refused('over');
  const stored = readCursor(run.cursor);
  if (!('cursor' in stored) || !rests(run, stored.cursor)) return refused('under-way');
  const pending = run.moveTo as MoveTo | null;
  if (pending?.by === by && pending.at === nodeId && pending.now) return DONE;
  if (stored.cursor.node === nodeId) return refused('is-there');
  const live = await liveVersion(work, run.journeyId);
  const takesOver = pending !== null && pending.version === live ? [pending.version] : [];
  const version = await firstWith(work, run.journeyId, [...takesOver, run.version, live], (program) => canArrive(program, nodeId));
  if (version === null) return refused('no-step');
  const mark: MoveTo = { version, at: nodeId, now: true, by };
  await work.tx.run.update({ where: { id: runId }, data: { moveTo: { ...mark } } });
  const signal: RunSignal = { type: 'recheck' };
  work.outbox.push({ runId, kind: 'signal', payload: signal });
  return DONE;
}

/**
 * Lets a lead whose step failed for good come to that step again, by the live version if that has it, so that a mended journey
 * helps those it failed. Its workflow has ended, so another one begins where it was. Never for a message that may have gone out.
 */
export async function tryAgain(work: Work, { runId, by }: OperationInput): Promise<OperationAnswer> {
  const { tx } = work;
  const run = await lockedRun(work, runId);
  if (run === null || run.status !== 'failed') return refused('not-failed');
  const stored = readCursor(run.cursor);
  if (!('cursor' in stored)) return refused('not-failed');
  const { cursor } = stored;
  const others = await tx.run.count({ where: { journeyId: run.journeyId, leadId: run.leadId, status: 'running' } });
  if (others > 0) return refused('inside-again');
  const last = await tx.message.findFirst({ where: { runId, nodeId: cursor.node }, orderBy: { step: 'desc' } });
  if (last !== null && MAY_HAVE_GONE.includes(last.status) && last.step >= (lastEffect(readAnswers(run.directive)) ?? -1))
    return refused('may-have-gone');
  const kind = (await programOf(work, run.journeyId, run.version))?.nodes[cursor.node]?.kind;
  const versions = [await liveVersion(work, run.journeyId), run.version];
  const version = await firstWith(
    work,
    run.journeyId,
    versions,
    ({ nodes }) => nodes[cursor.node] !== undefined && nodes[cursor.node]?.kind === kind,
  );
  if (version === null) return refused('no-step');
  const mark: MoveTo = { version, at: cursor.node, now: true, by, again: true };
  const resting: Cursor = { ...cursor, waitsUntil: null };
  // A step of its own, so that whichever workflow comes, a new one or one that has not closed yet, goes on from here at once.
  const step = run.step + 1;
  const directive = withAnswer(readAnswers(run.directive), step, { do: 'wait', until: 0 }) as object;
  const { count } = await tx.run.updateMany({
    where: { id: runId, status: 'failed' },
    data: { status: 'running', outcome: null, endedAt: null, step, directive, cursor: resting as object, moveTo: { ...mark } },
  });
  if (count === 0) return refused('not-failed');
  work.outbox.push({ runId, kind: 'start', payload: { again: true } });
  return DONE;
}

/** A run of the workspace whose lead is locked; null if the lead became part of another meanwhile. */
async function lockedRun({ tx, workspace, leads }: Work, runId: string) {
  const found = await tx.run.findUnique({ where: { id: runId, workspaceId: workspace.id }, select: { leadId: true } });
  if (found === null) return null;
  await leads.lock(tx, workspace.id, [found.leadId]);
  return leads.get(found.leadId)?.id === found.leadId ? tx.run.findUnique({ where: { id: runId } }) : null;
}

type LockedRun = NonNullable<Awaited<ReturnType<typeof lockedRun>>>;

/** True if no effect is on its way and none was kept back by a pause. */
function rests(run: LockedRun, { waitsUntil }: Cursor): boolean {
  const kept = heldFactOf(run)?.type;
  const waits = readAnswers(run.directive).at(-1)?.[1].do === 'wait';
  return waits && waitsUntil !== undefined && kept !== 'perform' && kept !== 'performed' && kept !== 'failed';
}

const canArrive = ({ nodes, entries }: Program, nodeId: NodeId): boolean => Object.hasOwn(nodes, nodeId) && !entries.includes(nodeId);

async function liveVersion({ tx }: Work, journeyId: string): Promise<number | null> {
  return (await tx.journey.findUnique({ where: { id: journeyId }, select: { liveVersion: true } }))?.liveVersion ?? null;
}

async function programOf({ tx, parts }: Work, journeyId: string, number: number): Promise<Program | null> {
  const version = await tx.journeyVersion.findUnique({ where: { journeyId_number: { journeyId, number } }, select: { programHash: true } });
  return version === null ? null : (await parts.programs.load(tx, version.programHash)).program;
}

async function firstWith(
  work: Work,
  journeyId: string,
  versions: readonly (number | null)[],
  has: (program: Program) => boolean,
): Promise<number | null> {
  for (const version of versions) {
    const program = version === null ? null : await programOf(work, journeyId, version);
    if (program !== null && has(program)) return version;
  }
  return null;
}
