import type { EventView, Instant, LeadView, Millis, NodeId, ScriptedLead } from '../model/index.ts';
import { DAY } from '../model/index.ts';
import { matchesPattern } from '../nodes/await-events.ts';
import { answersEffect, replyOf } from './chance-world.ts';
import { type EarlierRuns, triggerOf } from './enter-by.ts';
import { answersAt, type Laboratory } from './laboratory.ts';
import { simulate } from './simulate.ts';
import { momentAt, reachedLead, type Trace, withCalled } from './trace.ts';
import type { World } from './world.ts';

/** A lead as it was when the recorded time began (or when it was made), with its events up to then. */
export interface RecordedLead {
  readonly lead: LeadView;
  readonly createdAt: Instant;
  /** All its events, also those of the recorded time. */
  readonly events: readonly EventView[];
  /** What was really sent to it in the recorded time, by the journey that is to be replaced or by any. */
  readonly messages: readonly RecordedMessage[];
  /** What changed of the lead besides what its events say, such as consent; left out: nothing did. */
  readonly changes?: readonly { readonly at: Instant; readonly lead: ScriptedLead }[];
  /** When it really came in, and by which entry; repeated at entries that nothing recorded triggers, such as being added by hand. */
  readonly cameIn?: readonly { readonly at: Instant; readonly entry: NodeId }[];
}

/** A message that really went out. */
export interface RecordedMessage {
  readonly at: Instant;
  readonly channel: string;
  readonly template: string;
}

/** The recorded time, and how to look at it. */
export interface BackTestOptions {
  readonly leads: readonly RecordedLead[];
  readonly from: Instant;
  readonly to: Instant;
  /** How long a run is followed beyond `to`, where nothing is recorded any more; 0 by default. */
  readonly beyond?: Millis;
}

/** How one lead would have fared, beside how it did. */
export interface BackTestLead {
  readonly lead: LeadView['id'];
  readonly runs: readonly Trace[];
  readonly really: readonly RecordedMessage[];
  readonly would: readonly RecordedMessage[];
  /** Would have been sent, and was not. */
  readonly more: readonly RecordedMessage[];
  /** Was sent, and would not have been. */
  readonly fewer: readonly RecordedMessage[];
  readonly handoffs: number;
}

/** What a draft would have done with recorded time, compared with what was done. */
export interface BackTest {
  readonly leads: readonly BackTestLead[];
  readonly entered: number;
  readonly messages: { readonly really: number; readonly would: number; readonly more: number; readonly fewer: number };
  /** Leads that would have got more messages only, fewer only, or other ones. */
  readonly gets: { readonly more: number; readonly fewer: number; readonly other: number; readonly same: number };
  /** Per template: how often it went out, and how often it would have. */
  readonly templates: { readonly [channelTemplate: string]: { readonly really: number; readonly would: number } };
  readonly handoffsPerDay: readonly number[];
}

/**
 * Runs recorded leads and their recorded events through a program, with no effect on anything, and compares. What a lead
 * did is taken as it was; what a draft would have sent goes out as it mostly does. How leads would have answered other
 * messages is not known, and not made up.
 */
export function backTest(laboratory: Laboratory, options: BackTestOptions): BackTest {
  const leads = options.leads.map((recorded) => backTestLead(laboratory, recorded, options));
  const sum = (of: (lead: BackTestLead) => number) => leads.reduce((total, lead) => total + of(lead), 0);
  return {
    leads,
    entered: leads.filter(({ runs }) => runs.length > 0).length,
    messages: {
      really: sum(({ really }) => really.length),
      would: sum(({ would }) => would.length),
      more: sum(({ more }) => more.length),
      fewer: sum(({ fewer }) => fewer.length),
    },
    gets: {
      more: leads.filter(({ more, fewer }) => more.length > 0 && fewer.length === 0).length,
      fewer: leads.filter(({ more, fewer }) => more.length === 0 && fewer.length > 0).length,
      other: leads.filter(({ more, fewer }) => more.length > 0 && fewer.length > 0).length,
      same: leads.filter(({ more, fewer }) => more.length === 0 && fewer.length === 0).length,
    },
    templates: countTemplates(leads),
    handoffsPerDay: handoffsPerDay(leads, options),
  };
}

function backTestLead(laboratory: Laboratory, recorded: RecordedLead, { from, to, beyond = 0 }: BackTestOptions): BackTestLead {
  const runs = runsOf(laboratory, recorded, { from, to, until: to + beyond });
  const really = recorded.messages.filter(({ at }) => at >= from && at < to);
  const all = runs.flatMap(withCalled);
  const would = all.flatMap(({ messages }) =>
    messages.filter((message) => message.at < to && reachedLead(message)).map(({ at, channel, template }) => ({ at, channel, template })),
  );
  const handoffs = all.reduce((total, run) => total + run.handoffs.length, 0);
  return { lead: recorded.lead.id, runs, really, would, more: messagesBeyond(would, really), fewer: messagesBeyond(really, would), handoffs };
}

/** Every time the lead would have come in, in order; each run sees what the earlier ones left behind. */
function runsOf(laboratory: Laboratory, recorded: RecordedLead, time: { from: Instant; to: Instant; until: Instant }): readonly Trace[] {
  const runs: Trace[] = [];
  const earlier: EarlierRuns[number][] = [];
  for (const { entry, at, event } of entriesOf(laboratory, recorded, time)) {
    const trace = simulate(laboratory, {
      lead: leadBefore(recorded, runs.at(-1), at),
      start: at,
      entry,
      world: recordedWorld(laboratory, recorded, at),
      until: time.until,
      runId: `back-test/${recorded.lead.id}/${runs.length}`,
      earlier: earlier.map((run) => (run.endedAt !== null && run.endedAt > at ? { ...run, endedAt: null } : run)),
      ...(event === null ? {} : { event }),
    });
    if (trace.end.status === 'refused') continue;
    runs.push(trace);
    earlier.push({ entryKey: trace.entryKey ?? '', startedAt: at, endedAt: trace.end.status === 'done' ? trace.end.at : null });
  }
  return runs;
}

/** The lead with its recorded past, and with what the run before has made of it. */
function leadBefore({ lead, events }: RecordedLead, before: Trace | undefined, at: Instant): LeadView {
  const known = (before === undefined ? null : momentAt(before, at)?.lead) ?? lead;
  const ids = new Set(events.map(({ id }) => id));
  const made = known.events.filter((event) => !ids.has(event.id));
  return { ...known, events: [...events, ...made].filter((event) => event.at < at) };
}

interface Entry {
  readonly entry: NodeId;
  readonly at: Instant;
  readonly event: EventView | null;
}

/** When and by which entry a lead would have asked to come in. An entry that nothing recorded triggers lets in whoever really came in by it. */
function entriesOf(
  laboratory: Laboratory,
  { createdAt, events, cameIn = [] }: RecordedLead,
  { from, to }: { from: Instant; to: Instant },
): readonly Entry[] {
  const found = laboratory.program.entries.flatMap((entry): Entry[] => {
    const trigger = triggerOf(laboratory, entry);
    if (trigger?.on === 'lead-created') return [{ entry, at: createdAt, event: null }];
    if (trigger?.on !== 'event') return cameIn.filter((time) => time.entry === entry).map(({ at }) => ({ entry, at, event: null }));
    const { pattern } = trigger;
    const asked = events.filter((event) => matchesPattern(event, pattern, { now: event.at, timeZone: laboratory.timeZone }));
    return asked.map((event) => ({ entry, at: event.at, event }));
  });
  return found.filter(({ at }) => at >= from && at < to).toSorted((left, right) => left.at - right.at);
}

function recordedWorld(laboratory: Laboratory, recorded: RecordedLead, start: Instant): World {
  return {
    reply: (question) => replyOf(answersAt(laboratory, question.cursor, question.runId).find(answersEffect) ?? null, question),
    happenings: () => [],
    inside: (called) => recordedWorld(called, recorded, start),
    agenda: [
      // Changes before the start are the lead's past: the simulation applies them quietly.
      ...(recorded.changes ?? []),
      ...recorded.events.filter(({ at }) => at > start).map(({ id, name, at, properties }) => ({ at, event: { id, name, properties } })),
    ],
  };
}

/** What is in the first list but not in the second, each message of which takes away one of the same channel and template. */
export function messagesBeyond(all: readonly RecordedMessage[], taken: readonly RecordedMessage[]): readonly RecordedMessage[] {
  const left = new Map<string, number>();
  for (const message of taken) left.set(keyOf(message), (left.get(keyOf(message)) ?? 0) + 1);
  return all.filter((message) => {
    const count = left.get(keyOf(message)) ?? 0;
    left.set(keyOf(message), count - 1);
    return count <= 0;
  });
}

function countTemplates(leads: readonly BackTestLead[]): BackTest['templates'] {
  const counts: Record<string, { really: number; would: number }> = {};
  const count = (message: RecordedMessage, which: 'really' | 'would') => {
    const key = keyOf(message);
    const known = counts[key] ?? { really: 0, would: 0 };
    counts[key] = { ...known, [which]: known[which] + 1 };
  };
  for (const { really, would } of leads) {
    for (const message of really) count(message, 'really');
    for (const message of would) count(message, 'would');
  }
  return counts;
}

function handoffsPerDay(leads: readonly BackTestLead[], { from, to }: BackTestOptions): readonly number[] {
  const days = Array.from({ length: Math.max(0, Math.ceil((to - from) / DAY)) }, () => 0);
  for (const { at } of leads.flatMap(({ runs }) => runs.flatMap(withCalled).flatMap(({ handoffs }) => handoffs))) {
    const day = Math.floor((at - from) / DAY);
    if (days[day] !== undefined) days[day] += 1;
  }
  return days;
}

function keyOf({ channel, template }: RecordedMessage): string {
  return `${channel}/${template}`;
}
