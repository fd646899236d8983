import { Prisma } from '@tendril/db';
import { lockLeadOfRun, readEvent } from '@tendril/db/queries';
import { advance, ERROR_OUTCOME, findInterrupt, heldBack, isHeldBack, programSettings, sendOn } from '@tendril/journey/machine';
import type { Cursor, Decision, Fact, Program, Sentence, StoryLine } from '@tendril/journey/model';
import type { AdvanceRequest, StepAnswer, WireDirective } from '@tendril/journey/wire';
import { toReal } from '../clock/workspace-clock.ts';
import { eventViewOf, recordedEventOf } from '../events/recorded-event.ts';
import { type LeadRow, leadRowOf } from '../leads/lead-row.ts';
import { type LeadSight, seeLead } from '../leads/snapshot.ts';
import { giveUpMessage } from '../messages/give-up-message.ts';
import { recallIfLeft, takeBack } from '../messages/hold-message.ts';
import { seeSending } from '../messages/sending-view.ts';
import type { PerformedRequest } from '../runtime.ts';
import { runtimeSentences } from '../sentences.ts';
import { inTransaction, Overtaken } from '../work/in-transaction.ts';
import { finish, openWork, type RuntimeParts, type Work } from '../work/work.ts';
import { applyEffects } from './apply-effects.ts';
import { type OfferedVersion, offeredVersion, overAfter } from './going-over.ts';
import {
  effectOf,
  endedPauseOf,
  type HoldableRun,
  heldFactOf,
  holdRun,
  isPaused,
  nodeOf,
  performHeld,
  type RunFact,
  skipLate,
  stoppedChannelOf,
} from './held-run.ts';
import { type EndedPause, shifted, tooLate } from './pause-policy.ts';
import { answerOf, lastEffect, newestAfter, readAnswers, withAnswer } from './recorded-answers.ts';
import { tellCaller } from './start-journey.ts';
import { type RunStart, readCursor } from './stored-cursor.ts';
import { writeTrail } from './trail.ts';
import { replaceWaits } from './wait-subscriptions.ts';

/** There is no such run. */
export class RunMissing extends Error {
  override readonly name = 'RunMissing';
}

/** Somebody asks for a step that is not the next one and whose answer is not kept. */
export class StepOutOfOrder extends Error {
  override readonly name = 'StepOutOfOrder';
}

type Request = AdvanceRequest | PerformedRequest;

/** A run as this transaction found it under the lead's lock. */
interface OpenRun extends HoldableRun {
  readonly programHash: string;
  readonly version: number;
  readonly moveTo: unknown;
  readonly entryKey: string;
  readonly step: number;
}

/** A run with its lead, locked. */
export interface FoundRun {
  readonly run: OpenRun & { readonly workspaceId: string; readonly leadId: string; readonly status: string; readonly outcome: string | null };
  readonly lead: LeadRow;
}

/**
 * Decides one step of a run in one transaction under the lead's lock. A step on record answers what it answered then; one
 * that is older than the record gets the newest answer, which says of which step it is.
 * @throws RunMissing, StepOutOfOrder
 */
export async function advanceRun(parts: RuntimeParts, request: Request): Promise<StepAnswer> {
  return inTransaction(parts.db, async (tx) => {
    const found = await findRun(tx, request.runId);
    const { run } = found;
    const answers = readAnswers(run.directive);
    const recorded = answerOf(answers, request.step) ?? newestAfter(answers, request.step);
    if (recorded !== undefined) return recorded;
    if (run.status !== 'running') return over(run);
    if (request.step !== run.step + 1) throw new StepOutOfOrder(`Run ${run.id} is at step ${run.step}; step ${request.step} cannot be decided.`);
    return decideStep(parts, tx, found, request);
  });
}

/**
 * Finds a run and locks its lead.
 * @throws RunMissing
 */
export async function findRun(tx: Prisma.TransactionClient, runId: string): Promise<FoundRun> {
  const record = await lockLeadOfRun(tx, runId);
  const run = await tx.run.findUnique({ where: { id: runId } });
  if (record === null || run === null) throw new RunMissing(`There is no run ${runId}.`);
  if (run.leadId !== record.id) throw new Overtaken('The lead was merged while this step waited for it.');
  return { run, lead: leadRowOf(record) };
}

/** Decides the next step of a run whose lead is locked, and writes all of it. */
export async function decideStep(
  parts: RuntimeParts,
  tx: Prisma.TransactionClient,
  { run, lead }: FoundRun,
  request: Request,
): Promise<WireDirective> {
  const work = await openWork(parts, tx, run.workspaceId);
  work.leads.add(lead);
  const answer = await decide(work, run, lead, request);
  await finish(work);
  return answer;
}

/** What a run that is over answers. */
export function over({ outcome, status }: FoundRun['run']): Extract<WireDirective, { do: 'done' }> {
  return { do: 'done', outcome: outcome ?? status };
}

async function decide(work: Work, run: OpenRun, lead: LeadRow, { step, fact: told }: Request): Promise<WireDirective> {
  const loaded = await work.parts.programs.load(work.tx, run.programHash);
  const { program } = loaded;
  const timeZone = loaded.settings.timeZone ?? work.workspace.timeZone;
  const because = await whyHold(work, { run, lead, program, timeZone, told }, step);
  if (because !== null) return holdRun(work, { run, step, leadId: lead.id, fact: told, because });

  const pause = run.heldSince !== null || told.type === 'recheck' ? await endedPauseOf(work, run) : null;
  const held = heldFactOf(run);
  if (held !== null || pause !== null) await letGo(work, run, pause);
  const late = pause === null || run.heldSince === null ? null : tooLate(pause, run.heldSince.getTime(), work.now);
  const answer = await goOn(work, { run, lead, program, timeZone, step, pause, told: held ?? told });
  if (late !== null) await skipLate(work, { runId: run.id, step, leadId: lead.id, late });
  return answer;
}

/** A run, what its program is, and what it was told. */
interface Told<Fact> {
  readonly run: OpenRun;
  readonly lead: LeadRow;
  readonly program: Program;
  readonly timeZone: string;
  readonly told: Fact;
}

/** Why the run stays where it is for now: its journey is paused, or the channel of its message is stopped. Null: it goes on. */
async function whyHold(work: Work, told: Told<RunFact>, step: number): Promise<Sentence | null> {
  if (await mustHold(work, told)) return runtimeSentences.say('run.held', {});
  const channel = told.told.type === 'held' ? await stoppedChannelOf(work, { runId: told.run.id, step: step - 1 }) : null;
  return channel === null ? null : runtimeSentences.say('run.channel-stopped', { channel });
}

/** Whether a pause keeps the run where it is. A goal or exit takes the lead out all the same; a jump to another step waits. */
async function mustHold(work: Work, { run, lead, program, timeZone, told }: Told<RunFact>): Promise<boolean> {
  if (!(await isPaused(work, run))) return false;
  const stored = readCursor(run.cursor);
  if (!('cursor' in stored) || isEffectsAnswer(told)) return true;
  const { cursor } = stored;
  if (told.type === 'woken' && isEarly(cursor, work.now)) return false;
  const { view } = await seeLead(work, lead, program.reads.events);
  const fact = await factOf(work, lead, told);
  const snapshot = { now: work.now, lead: view, timeZone, runId: run.id };
  const interrupt = findInterrupt({ nodeTypes: work.parts.nodeTypes, program, cursor, snapshot, fact, arriving: false });
  return interrupt === null || 'jumpTo' in interrupt;
}

/** What only an effect's activity, or its failure, can tell. */
function isEffectsAnswer(told: RunFact): told is Extract<RunFact, { type: 'held' | 'deferred' | 'performed' | 'failed' }> {
  return told.type === 'held' || told.type === 'deferred' || told.type === 'performed' || told.type === 'failed';
}

/** Decides, with what a pause has kept told first, and a plain wait moved if that was chosen. */
async function goOn(
  work: Work,
  given: Told<NonNullable<ReturnType<typeof heldFactOf>> | RunFact> & { readonly step: number; readonly pause: EndedPause | null },
): Promise<WireDirective> {
  const { run, lead, program, timeZone, step, pause, told } = given;
  if (told.type === 'perform' || told.type === 'held') {
    const held = told.type === 'perform' ? told : effectOf(run, step - 1);
    if (held === null) throw new StepOutOfOrder(`Step ${step - 1} of run ${run.id} decided no effect that could be held back.`);
    return performHeld(work, { run, step, held });
  }
  const stored = readCursor(run.cursor);
  const resting = 'cursor' in stored ? stored.cursor : null;
  const moves = pause?.policy.late === 'shift' && resting !== null && program.nodes[resting.node]?.kind === 'wait';
  const here = moves ? shifted(resting, pause) : resting;
  const cursor = here !== null && told.type === 'deferred' ? heldBack(here) : here;
  if (cursor !== null && told.type === 'woken' && isEarly(cursor, work.now)) return sleepOn(work, run, cursor, step);
  if (told.type === 'failed')
    await giveUpMessage(work, { runId: run.id, step: lastEffect(readAnswers(run.directive)) ?? step - 1, code: told.code, leadId: lead.id });
  if (told.type === 'deferred') await takeBack(work, { runId: run.id, step: step - 1 });
  const over = await offeredVersion(work, run);
  const sight = await seeLead(work, lead, [...new Set([...program.reads.events, ...(over?.program.reads.events ?? [])])]);
  const sending = await seeSending(work, { lead, runId: run.id });
  const fact: Fact = 'start' in stored ? entered(stored.start) : await factOf(work, lead, told);
  const snapshot = { now: work.now, lead: sight.view, timeZone, runId: run.id, sending };
  const { nodeTypes } = work.parts;
  const decision =
    over?.now === true && over.at !== null && cursor !== null && resting?.waitsUntil !== undefined
      ? sendOn(nodeTypes, program, cursor, snapshot, { ...over, at: over.at })
      : advance(nodeTypes, program, cursor, fact, snapshot, over ?? undefined);
  const story = run.heldSince === null || pause === null ? decision.story : [resumedLine(run, pause), ...decision.story];
  const heldAt = cursor !== null && isHeldBack(cursor) ? cursor : null;
  const { priority } = programSettings(decision.wentOver === true && over !== null ? over.program : program);
  return record(work, { run, step, decision: { ...decision, story }, sight, over, priority, heldAt });
}

/** What the pause has kept is about to be told, and the pause is taken into account once. */
async function letGo(work: Work, run: OpenRun, pause: EndedPause | null): Promise<void> {
  const seen = pause === null ? {} : { pauseSeen: pause.id };
  await work.tx.run.update({ where: { id: run.id }, data: { heldSince: null, heldFact: Prisma.DbNull, ...seen } });
}

function resumedLine(run: OpenRun, pause: EndedPause): StoryLine {
  return { node: nodeOf(run), kind: 'waiting', because: runtimeSentences.say('run.resumed', { paused: pause.endedAt - pause.startedAt }) };
}

/** The clock was rounded, or a demo's clock was set back: the wait is not over. */
const isEarly = ({ waitsUntil }: Cursor, now: number): boolean => typeof waitsUntil === 'number' && now < waitsUntil;

async function sleepOn(work: Work, run: OpenRun, cursor: Cursor, step: number): Promise<WireDirective> {
  const answer: WireDirective = { do: 'wait', until: toReal(work.workspace.clock, cursor.waitsUntil ?? work.now) };
  await work.tx.run.update({
    where: { id: run.id },
    data: {
      step,
      cursor: cursor as object,
      wakeAt: typeof cursor.waitsUntil === 'number' ? new Date(cursor.waitsUntil) : null,
      directive: withAnswer(readAnswers(run.directive), step, answer) as object,
    },
  });
  return answer;
}

function entered({ entry, event }: RunStart): Fact {
  return event === null ? { type: 'entered', entry } : { type: 'entered', entry, event };
}

async function factOf(work: Work, lead: LeadRow, reported: Exclude<RunFact, { type: 'held' }>): Promise<Fact> {
  switch (reported.type) {
    case 'event': {
      const event = await readEvent(work.tx, lead.id, reported.eventId);
      return event === null ? { type: 'recheck' } : { type: 'event', event: eventViewOf(recordedEventOf(event)) };
    }
    case 'entered':
    case 'deferred':
      return { type: 'recheck' };
    case 'woken':
    case 'recheck':
    case 'failed':
    case 'performed':
      return reported;
  }
}

/** Writes a decision down, with everything it changes. */
async function record(
  work: Work,
  given: {
    readonly run: OpenRun;
    readonly step: number;
    readonly decision: Decision;
    readonly sight: LeadSight;
    readonly over: OfferedVersion | null;
    readonly priority: number;
    /** Where the lead rested, if its message was held back there. */
    readonly heldAt: Cursor | null;
  },
): Promise<WireDirective> {
  const { run, step, decision, sight, over, priority, heldAt } = given;
  const { directive, cursor } = decision;
  const place = { run, step, leadId: sight.view.id };
  await writeTrail(work, { ...place, story: decision.story });
  // Before the effects: an event that an effect causes must find the wait that it ends.
  const waited = readAnswers(run.directive).at(-1)?.[1].do === 'wait';
  await replaceWaits(work, { ...place, waited, patterns: directive.do === 'wait' ? directive.events : [] });
  if (heldAt !== null) await recallIfLeft(work, { runId: run.id, leadId: place.leadId, heldAt, decision });
  await applyEffects(work, { ...place, effects: decision.effects, facts: sight.facts, priority, held: heldAt !== null });
  const answer = onTheWire(work, decision);
  await work.tx.run.update({
    where: { id: run.id },
    data: {
      step,
      nodeId: cursor.node,
      cursor: cursor as object,
      directive: withAnswer(readAnswers(run.directive), step, answer) as object,
      wakeAt: directive.do === 'wait' && directive.until !== null ? new Date(directive.until) : null,
      ...(directive.do === 'done' ? ended(directive.outcome, work.now) : {}),
      ...overAfter(decision, over),
    },
  });
  if (directive.do === 'done') await tellCaller(work, { ...run, runId: run.id, leadId: sight.view.id, outcome: directive.outcome });
  return answer;
}

function ended(outcome: string, now: number) {
  return { status: outcome === ERROR_OUTCOME ? 'failed' : 'done', outcome, endedAt: new Date(now) };
}

function onTheWire({ workspace }: Work, { directive }: Decision): WireDirective {
  switch (directive.do) {
    case 'wait':
      return { do: 'wait', until: directive.until === null ? null : toReal(workspace.clock, directive.until) };
    case 'perform':
    case 'done':
      return directive;
  }
}
