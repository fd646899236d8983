import { Prisma } from '@tendril/db';
import type { GoingOver } from '@tendril/journey/machine';
import type { Decision, NodeId, Sentence } from '@tendril/journey/model';
import { runtimeSentences } from '../sentences.ts';
import type { Work } from '../work/work.ts';

/** What is kept for a run that is to go over to another version of its journey. */
export interface MoveTo {
  readonly version: number;
  /** The step at which it arrives there; null: where its way leads. */
  readonly at: NodeId | null;
  /** It does not wait for its step to end, if it rests there. */
  readonly now: boolean;
  /** Somebody's own doing, not a publish plan: it holds whatever is published since. The name is for the trail. */
  readonly by?: string;
  /** The step failed and is tried again. */
  readonly again?: true;
}

/** The version a run may go over to, ready for the machine. */
export interface OfferedVersion extends GoingOver {
  readonly version: number;
  readonly programHash: string;
  readonly now: boolean;
}

/**
 * The version that a run is to go over to. Null if there is none, or if another one has gone live since: whoever published
 * that one has said what becomes of the leads.
 */
export async function offeredVersion(
  { tx, parts, workspace }: Work,
  run: { readonly journeyId: string; readonly version: number; readonly moveTo: unknown },
): Promise<OfferedVersion | null> {
  const moveTo = run.moveTo as MoveTo | null;
  if (moveTo === null) return null;
  const { version, at, now, by } = moveTo;
  const journey = await tx.journey.findUnique({ where: { id: run.journeyId }, select: { liveVersion: true } });
  if (by === undefined && journey?.liveVersion !== version) return null;
  const { programHash } = await tx.journeyVersion.findUniqueOrThrow({ where: { journeyId_number: { journeyId: run.journeyId, number: version } } });
  const { program, settings } = await parts.programs.load(tx, programHash);
  const because = whyOver(moveTo, run.version);
  return { version, programHash, program, at, now, because, timeZone: settings.timeZone ?? workspace.timeZone };
}

function whyOver({ at, version, by, again }: MoveTo, from: number): Sentence {
  if (by !== undefined) return runtimeSentences.say(again === true ? 'run.tried-again' : 'run.sent-to', { by });
  return runtimeSentences.say(at === null ? 'run.went-over' : 'run.sent-on', { from, to: version });
}

/** What is written of a run that has gone over; nothing if it has not. */
export function overAfter({ wentOver }: Decision, offered: OfferedVersion | null) {
  if (wentOver !== true || offered === null) return {};
  const { version, programHash } = offered;
  return { version, programHash, moveTo: Prisma.DbNull };
}
