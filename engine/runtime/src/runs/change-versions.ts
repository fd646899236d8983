import type { Prisma } from '@tendril/db';
import { changeRunVersions } from '@tendril/db/queries';
import type { Sentence } from '@tendril/journey/model';
import { choiceFor, type MovePlan, type SettledMove, settleMove } from '@tendril/journey/versions';
import type { RunSignal } from '@tendril/journey/wire';
import { runtimeSentences } from '../sentences.ts';
import type { Work } from '../work/work.ts';
import { endRun } from './end-run.ts';
import type { MoveTo } from './going-over.ts';
import { nodeOf } from './held-run.ts';
import { readCursor } from './stored-cursor.ts';

/** Which runs a plan is carried out for, and to which version of their journey it leads. */
export interface ChangeVersionsInput {
  readonly workspaceId: string;
  readonly journeyId: string;
  readonly version: number;
  readonly plan: MovePlan;
  readonly runIds: readonly string[];
}

/** What became of the runs; the others stay on the version they have. */
export interface VersionChanges {
  /** Are on the new version now, or will be as soon as they are looked at. */
  readonly over: number;
  /** Go over when they leave their step. */
  readonly later: number;
  readonly left: number;
}

type Run = Prisma.RunGetPayload<object>;

/** One run with what the plan comes to for it. */
interface Settled {
  readonly run: Run;
  readonly move: SettledMove;
}

const GONE_OVER = ['over', 'send-on'];

/**
 * Carries out a publish plan for a batch of runs under their leads' locks, each with a line in its trail: what waits goes over
 * and is told to look again, what is under way is marked and goes over on leaving its step, what is to leave is ended. A run
 * that is over, is there already or was looked at before with the same plan is left as it is.
 */
export async function changeVersions(work: Work, input: ChangeVersionsInput): Promise<VersionChanges> {
  const { tx, workspace, parts, leads } = work;
  const { journeyId, version, plan, runIds } = input;
  const target = await tx.journeyVersion.findUnique({ where: { journeyId_number: { journeyId, number: version } } });
  if (target === null) return { over: 0, later: 0, left: 0 };
  const { program: to } = await parts.programs.load(tx, target.programHash);
  const where = { id: { in: [...runIds] }, journeyId, workspaceId: workspace.id };
  const found = await tx.run.findMany({ where, select: { leadId: true } });
  await leads.lock(
    tx,
    workspace.id,
    found.map(({ leadId }) => leadId),
  );
  const runs = await tx.run.findMany({ where: { ...where, status: 'running', version: { not: version } }, orderBy: { id: 'asc' } });
  const settled: Settled[] = [];
  for (const run of runs) {
    // A lead merged while we waited for its lock is another's business.
    if (leads.get(run.leadId)?.id !== run.leadId) continue;
    const { program: from } = await parts.programs.load(tx, run.programHash);
    const stored = readCursor(run.cursor);
    const move = settleMove(parts.nodeTypes, choiceFor(plan, nodeOf(run)), 'cursor' in stored ? stored.cursor : null, { from, to });
    if (move.do !== 'stay' && !isMarked(run, version, move)) settled.push({ run, move });
  }
  await writeMoves(work, settled, { version, programHash: target.programHash });
  await writeTrails(work, settled, version);
  const recheck: RunSignal = { type: 'recheck' };
  for (const { run, move } of settled) if (GONE_OVER.includes(move.do)) work.outbox.push({ runId: run.id, kind: 'signal', payload: recheck });
  const because = runtimeSentences.say('run.left-at-publish', { to: version });
  for (const { run, move } of settled) if (move.do === 'leave') await endRun(work, { runId: run.id, outcome: 'cancelled', because });
  const count = (...kinds: readonly string[]): number => settled.filter(({ move }) => kinds.includes(move.do)).length;
  return { over: count(...GONE_OVER), later: count('later'), left: count('leave') };
}

/** Its mark says so already, so a batch that is done again after a crash tells nobody twice. */
function isMarked({ moveTo }: Run, version: number, move: SettledMove): boolean {
  const known = moveTo as MoveTo | null;
  return known !== null && known.version === version && (move.do === 'later' || move.do === 'send-on') && known.at === move.at;
}

/** Runs that are written alike are written together. */
async function writeMoves(
  { tx }: Work,
  settled: readonly Settled[],
  target: { readonly version: number; readonly programHash: string },
): Promise<void> {
  const over: Record<'kept' | 'anew', string[]> = { kept: [], anew: [] };
  const marked = new Map<string, string[]>();
  for (const { run, move } of settled) {
    if (move.do === 'over') over[move.cursor.keepsUntil === undefined ? 'anew' : 'kept'].push(run.id);
    if (move.do !== 'later' && move.do !== 'send-on') continue;
    const mark: MoveTo = { version: target.version, at: move.at, now: move.do === 'send-on' };
    const key = JSON.stringify(mark);
    marked.set(key, [...(marked.get(key) ?? []), run.id]);
  }
  await changeRunVersions(tx, { ...target, runIds: over.anew, keeps: false });
  await changeRunVersions(tx, { ...target, runIds: over.kept, keeps: true });
  for (const [mark, ids] of marked) await tx.run.updateMany({ where: { id: { in: ids } }, data: { moveTo: JSON.parse(mark) as object } });
}

async function writeTrails({ tx, now }: Work, settled: readonly Settled[], to: number): Promise<void> {
  const told = settled.flatMap(({ run, move }) => {
    const because = sentenceOf(run, move, to);
    return because === null ? [] : [{ run, because }];
  });
  if (told.length === 0) return;
  const steps = await tx.trailEntry.groupBy({
    by: ['runId', 'step'],
    where: { runId: { in: told.map(({ run }) => run.id) } },
    _count: { _all: true },
  });
  const lines = new Map(steps.map(({ runId, step, _count }) => [`${runId}/${step}`, _count._all]));
  await tx.trailEntry.createMany({
    data: told.map(({ run, because }) => ({
      runId: run.id,
      journeyId: run.journeyId,
      leadId: run.leadId,
      nodeId: nodeOf(run),
      step: run.step,
      seq: lines.get(`${run.id}/${run.step}`) ?? 0,
      kind: 'waiting',
      because: { ...because },
      at: new Date(now),
    })),
  });
}

/** A run that is sent on, or that leaves, gets its line when it does. */
function sentenceOf(run: Run, move: SettledMove, to: number): Sentence | null {
  if (move.do === 'later') return runtimeSentences.say('run.goes-over-later', { to });
  if (move.do !== 'over') return null;
  return runtimeSentences.say(move.cursor.keepsUntil === undefined ? 'run.moved' : 'run.moved-keeping', { from: run.version, to });
}
