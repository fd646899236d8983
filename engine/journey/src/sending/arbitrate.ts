import type { Instant, Millis, RivalJourney, RivalMessage, SendingView, Sentence } from '../model/index.ts';
import { DAY, HOUR, MINUTE } from '../model/index.ts';
import { type CompiledCap, compiledRules, quietUntil } from './compiled-rules.ts';
import { saySending } from './sentences.ts';
import { fitsCap, nextFit } from './spacing.ts';

/** A message that asks to go out. */
export interface SendingQuestion {
  readonly channel: string;
  /** False for a service message: only quiet hours hold it back. */
  readonly marketing: boolean;
  /** Its journey's, 0 to 100. */
  readonly priority: number;
  readonly leadZone: string;
}

/** The arbiter's answer. `winner` is the journey that goes first, if one does. */
export type Verdict =
  | { readonly is: 'now' }
  | { readonly is: 'later'; readonly until: Instant; readonly because: Sentence; readonly winner: RivalJourney | null }
  /** It would have had to wait until `until`, which is too long. */
  | { readonly is: 'never'; readonly until: Instant; readonly because: Sentence; readonly winner: RivalJourney | null };

/** A pending message that should have gone this long ago does not stand in anybody's way any more. */
export const STALE_AFTER: Millis = DAY;

/** How often a message looks again while an SDR has the lead without a limit of time. */
const LOOK_AGAIN: Millis = 7 * DAY;

/** A rule that is broken at an instant, and when it is not any more. */
interface Block {
  readonly until: Instant;
  readonly because: (until: Instant) => Sentence;
  readonly winner: RivalJourney | null;
}

/**
 * Whether a message may go out now, later or never. Messages that have gone count as they are; those that are pending
 * count if they come first, by priority, then by who asked first: a strict order, so that no two ever wait for each other
 * and the first is kept back by nothing but what has really been sent. A pending message that comes first is expected at
 * its time, and gives way only where the question would take its place.
 */
export function arbitrate(question: SendingQuestion, sending: SendingView, now: Instant): Verdict {
  const { giveUpAfter } = compiledRules(sending.rules);
  const asked: Asked = { question, sending, now, rivals: timed(question, sending, now) };
  const first = latest(blocksAt(asked, now));
  if (first === null) return { is: 'now' };
  const silent = question.marketing && sending.talk !== null && sending.rules.silence !== 'off';
  let until = first.until;
  for (let block = latest(blocksAt(asked, until)); block !== null; block = latest(blocksAt(asked, until))) until = block.until;
  const { winner } = first;
  // A service message is what somebody waits for: it may be late, but it comes.
  if (giveUpAfter === null || !question.marketing) return { is: 'later', until, because: first.because(until), winner };
  const limit = (sending.own?.askedAt ?? now) + giveUpAfter;
  if (until <= limit) return { is: 'later', until, because: first.because(until), winner };
  // Nobody knows when an SDR is done: it waits for as long as it may.
  if (silent && limit > now) return { is: 'later', until: limit, because: saySending('sending.silence', { until: limit }), winner: null };
  return { is: 'never', until, because: neverBecause({ until, limit: giveUpAfter, winner, silent }), winner };
}

function neverBecause(given: {
  readonly until: Instant;
  readonly limit: Millis;
  readonly winner: RivalJourney | null;
  readonly silent: boolean;
}): Sentence {
  const { until, limit, winner, silent } = given;
  if (silent) return saySending('sending.never-silence', { limit });
  if (winner === null) return saySending('sending.never-alone', { until, limit });
  return saySending('sending.never', { journey: winner.name, priority: winner.priority, until, limit });
}

/** Another message that counts, with the time at which it went or is expected to go. */
interface TimedRival extends RivalMessage {
  readonly time: Instant;
}

/** A question with all that is needed to answer it for any instant. */
interface Asked {
  readonly question: SendingQuestion;
  readonly sending: SendingView;
  readonly now: Instant;
  /** In the order of their times. */
  readonly rivals: readonly TimedRival[];
}

/** What counts: what has gone, and what is pending, comes first and is not long overdue. What is due is expected now. */
function timed(question: SendingQuestion, sending: SendingView, now: Instant): readonly TimedRival[] {
  if (!question.marketing) return [];
  return sending.rivals
    .filter((rival) => counts(rival, question, sending, now))
    .map((rival) => ({ ...rival, time: rival.state === 'gone' ? rival.at : Math.max(rival.at, now) }))
    .sort((left, right) => left.time - right.time);
}

function counts(rival: RivalMessage, { priority }: SendingQuestion, { own }: SendingView, now: Instant): boolean {
  if (rival.state === 'gone') return true;
  if (rival.at <= now - STALE_AFTER) return false;
  if (rival.journey.priority !== priority) return rival.journey.priority > priority;
  const askedAt = own?.askedAt ?? now;
  return rival.askedAt !== askedAt ? rival.askedAt < askedAt : own === null || rival.id < own.id;
}

/** What keeps a message from going out at an instant. */
function blocksAt({ question, sending, now, rivals }: Asked, at: Instant): readonly Block[] {
  const quiet = quietBlock(question, sending, at);
  if (!question.marketing) return quiet === null ? [] : [quiet];
  const { leadCaps, companyCaps, gap } = compiledRules(sending.rules);
  const { company } = sending;
  const toLead = rivals.filter((rival) => rival.toLead);
  const { channel } = question;
  return [
    silenceBlock(sending, { at, now }),
    ...leadCaps.map((cap) => capBlock(cap, { at, now, channel, company: null, rivals: toLead })),
    ...(company === null ? [] : companyCaps.map((cap) => capBlock(cap, { at, now, channel, company, rivals }))),
    gapBlock(gap, toLead, { at, now }),
    quiet,
  ].filter((block) => block !== null);
}

interface Moment {
  readonly at: Instant;
  readonly now: Instant;
}

function capBlock(
  cap: CompiledCap,
  given: Moment & { readonly channel: string; readonly company: string | null; readonly rivals: readonly TimedRival[] },
): Block | null {
  const { at, now, channel, company, rivals } = given;
  if (cap.channel !== 'any' && cap.channel !== channel) return null;
  const counted = rivals.filter((rival) => rival.marketing && (cap.channel === 'any' || rival.channel === cap.channel));
  const times = counted.map(({ time }) => time);
  if (fitsCap(times, at, cap)) return null;
  const near = counted.filter(({ time }) => Math.abs(time - at) < cap.per);
  const winner = near.find(({ state }) => state === 'pending') ?? near.at(-1);
  if (winner === undefined) return null;
  const { count, per } = cap;
  const named = { journey: winner.journey.name, priority: winner.journey.priority };
  const ago = roughly(now - winner.time);
  const because = (until: Instant): Sentence => {
    if (winner.state === 'pending') return saySending('sending.yields', { ...named, until });
    if (company === null) return saySending('sending.cap', { ...named, count, per, ago, until });
    return saySending('sending.company-cap', { ...named, company, count, per, ago, until });
  };
  return { until: nextFit(times, at, cap), because, winner: winner.journey };
}

function gapBlock(gap: Millis, rivals: readonly TimedRival[], { at, now }: Moment): Block | null {
  const near = rivals.filter(({ time }) => Math.abs(time - at) < gap);
  const winner = near.find(({ state }) => state === 'pending') ?? near.at(-1);
  if (winner === undefined) return null;
  const named = { journey: winner.journey.name, priority: winner.journey.priority };
  const ago = roughly(now - winner.time);
  const because = (until: Instant): Sentence =>
    winner.state === 'pending' ? saySending('sending.yields', { ...named, until }) : saySending('sending.gap', { ...named, ago, gap, until });
  return { until: Math.max(...near.map(({ time }) => time + gap)), because, winner: winner.journey };
}

/** Nobody knows when an SDR is done: until the hand-off's own limit, or until the next look. */
function silenceBlock({ rules, talk }: SendingView, { at, now }: Moment): Block | null {
  if (rules.silence === 'off' || talk === null) return null;
  const looks = talk.since + (Math.floor(Math.max(0, now - talk.since) / LOOK_AGAIN) + 1) * LOOK_AGAIN;
  const until = talk.until !== null && talk.until > now ? talk.until : looks;
  return at >= until ? null : { until, because: (then) => saySending('sending.silence', { until: then }), winner: null };
}

function quietBlock({ leadZone }: SendingQuestion, { rules: { quietHours } }: SendingView, at: Instant): Block | null {
  const until = quietUntil(quietHours, at, leadZone);
  if (until === null || quietHours === null) return null;
  const { from, to } = quietHours;
  return { until, because: (then) => saySending('sending.quiet-hours', { from, to, until: then }), winner: null };
}

/** The block that lasts longest is the reason; of equal ones the first. */
function latest(blocks: readonly Block[]): Block | null {
  return blocks.reduce<Block | null>((longest, block) => (longest === null || block.until > longest.until ? block : longest), null);
}

/** A length of time as one would say it: minutes, from an hour on hours, from two days on days. */
function roughly(length: Millis): Millis {
  const unit = length >= 2 * DAY ? DAY : length >= HOUR ? HOUR : MINUTE;
  return Math.max(0, Math.round(length / unit) * unit);
}
