import { holdStatus } from '@tendril/db/queries';
import type { Instant, Sentence } from '@tendril/journey/model';
import type { WireDirective, WireFact } from '@tendril/journey/wire';
import { isChannelStopped } from '../breakers/channel-stop.ts';
import { lookAgain } from '../messages/hold-message.ts';
import type { PerformedRequest } from '../runtime.ts';
import { runtimeSentences } from '../sentences.ts';
import type { Work } from '../work/work.ts';
import type { EndedPause, ResumePolicy } from './pause-policy.ts';
import { answerOf, readAnswers, withAnswer } from './recorded-answers.ts';
import { readCursor } from './stored-cursor.ts';
import { writeTrail } from './trail.ts';

/** What is told to a run: by its workflow, or by the activity that carried an effect out or found it held back. */
export type RunFact = WireFact | PerformedRequest['fact'];

/** What a pause keeps for a run until it ends. */
export type HeldFact =
  | Exclude<RunFact, { readonly type: 'held' | 'deferred' }>
  /** The effect decided at `step` was not carried out. */
  | { readonly type: 'perform'; readonly step: number; readonly effect: string; readonly queue: string };

/** A run as pauses see it. */
export interface HoldableRun {
  readonly id: string;
  readonly journeyId: string;
  readonly startedAt: Date;
  readonly cursor: unknown;
  readonly directive: unknown;
  readonly heldSince: Date | null;
  readonly heldFact: unknown;
  readonly pauseSeen: string | null;
}

/** What is kept for a run, if anything. */
export const heldFactOf = ({ heldFact }: HoldableRun): HeldFact | null => heldFact as HeldFact | null;

/**
 * Whether a run's journey is paused. If it is, nobody can resume it before this transaction is over, so that whoever
 * resumes it finds what was held.
 */
export async function isPaused({ tx }: Work, { journeyId }: { readonly journeyId: string }): Promise<boolean> {
  const journey = await tx.journey.findUnique({ where: { id: journeyId }, select: { status: true } });
  return journey?.status === 'paused' && (await holdStatus(tx, journeyId)) === 'paused';
}

/** The channel that keeps the message of a run's last effect from going out; null if none does. */
export async function stoppedChannelOf(work: Work, { runId, step }: { readonly runId: string; readonly step: number }): Promise<string | null> {
  const message = await work.tx.message.findUnique({ where: { runId_step: { runId, step } }, select: { channel: true, status: true } });
  if (message?.status !== 'planned') return null;
  return (await isChannelStopped(work, message.channel)) ? message.channel : null;
}

/** A step of a run, and what it was told. */
export interface ToldStep {
  readonly run: HoldableRun;
  readonly step: number;
  readonly leadId: string;
  readonly fact: RunFact;
  /** Why it is held. */
  readonly because: Sentence;
}

/**
 * Keeps what a run was told until its journey is resumed: it waits without limit. The first thing told is kept; events
 * and changes of the lead that come later are on record anyway and are seen when it goes on.
 */
export async function holdRun(work: Work, { run, step, leadId, fact, because }: ToldStep): Promise<WireDirective> {
  const isFirst = run.heldSince === null;
  const held = isFirst ? { heldSince: new Date(dueAt(run, fact, work.now)), heldFact: keep(run, step, fact) as object } : {};
  const answer = await answerStep(work, { run, step, answer: { do: 'wait', until: null }, more: held });
  const line = { node: nodeOf(run), kind: 'waiting', because } as const;
  if (isFirst) await writeTrail(work, { run, step, leadId, story: [line] });
  return answer;
}

/** The last pause of a run's journey, if it is over and the run has not taken it into account. */
export async function endedPauseOf({ tx }: Work, run: HoldableRun): Promise<EndedPause | null> {
  const pause = await tx.journeyPause.findFirst({ where: { journeyId: run.journeyId }, orderBy: { startedAt: 'desc' } });
  if (pause === null || pause.endedAt === null || pause.id === run.pauseSeen || run.startedAt > pause.endedAt) return null;
  const { id, startedAt, endedAt } = pause;
  return { id, startedAt: startedAt.getTime(), endedAt: endedAt.getTime(), policy: pause.policy as unknown as ResumePolicy };
}

/** An effect that was held back is carried out after all, as a step of its own: its message moves to that step. */
export async function performHeld(
  work: Work,
  { run, step, held }: { readonly run: HoldableRun; readonly step: number; readonly held: Extract<HeldFact, { type: 'perform' }> },
): Promise<WireDirective> {
  await work.tx.message.updateMany({ where: { runId: run.id, step: held.step }, data: { step } });
  return answerStep(work, { run, step, answer: { do: 'perform', effect: held.effect, queue: held.queue } });
}

/** Messages of a step that the pause has made too late are settled unsent; the step's effect finds them so. */
export async function skipLate(
  work: Work,
  { runId, step, leadId, late }: { readonly runId: string; readonly step: number; readonly leadId: string; readonly late: number },
): Promise<void> {
  const reason = runtimeSentences.say('message.too-late', { late });
  const { count } = await work.tx.message.updateMany({
    where: { runId, step, status: 'planned' },
    data: { status: 'skipped', reason: { ...reason }, settledAt: new Date(work.now) },
  });
  if (count > 0) await lookAgain(work, leadId);
}

/** The effect that a step decided; null if it decided something else. */
export function effectOf(run: Pick<HoldableRun, 'directive'>, step: number): Extract<HeldFact, { type: 'perform' }> | null {
  const decided = answerOf(readAnswers(run.directive), step);
  return decided?.do === 'perform' ? { type: 'perform', step, effect: decided.effect, queue: decided.queue } : null;
}

/** The node a run stands at. */
export function nodeOf({ cursor }: Pick<HoldableRun, 'cursor'>): string {
  const stored = readCursor(cursor);
  return 'cursor' in stored ? stored.cursor.node : stored.start.entry;
}

/** Records the answer of a step that moves nobody. */
async function answerStep(
  { tx }: Work,
  given: { readonly run: HoldableRun; readonly step: number; readonly answer: WireDirective; readonly more?: object },
): Promise<WireDirective> {
  const { run, step, answer, more = {} } = given;
  await tx.run.update({ where: { id: run.id }, data: { step, directive: withAnswer(readAnswers(run.directive), step, answer) as object, ...more } });
  return answer;
}

/** A wait fell due when it was to end, everything else when it was told. */
function dueAt({ cursor }: HoldableRun, fact: RunFact, now: Instant): Instant {
  const stored = readCursor(cursor);
  const until = 'cursor' in stored && fact.type === 'woken' ? stored.cursor.waitsUntil : null;
  return typeof until === 'number' ? Math.min(until, now) : now;
}

/** Only an effect's activity says `held` or `deferred`, and it carries out what the step before decided. */
function keep(run: HoldableRun, step: number, fact: RunFact): HeldFact {
  return fact.type === 'held' || fact.type === 'deferred' ? (effectOf(run, step - 1) ?? { type: 'recheck' }) : fact;
}
