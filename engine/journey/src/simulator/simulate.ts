import type { Cursor, EventPattern, EventView, Fact, Instant, LeadView, Millis, NodeId, ScriptedLead } from '../model/index.ts';
import { DAY, SECOND } from '../model/index.ts';
import { matchesPattern } from '../nodes/await-events.ts';
import { Agenda, Expected } from './agenda.ts';
import { type EarlierRuns, entryEventOf, letIn } from './enter-by.ts';
import { type Laboratory, zoneOf } from './laboratory.ts';
import { asAnswer } from './satisfy-pattern.ts';
import { type JourneyCall, SimulatedRun } from './simulated-run.ts';
import type { Trace } from './trace.ts';
import type { AgendaItem, World } from './world.ts';

/** One lead that comes into a journey. */
export interface Visit {
  readonly lead: LeadView;
  readonly start: Instant;
  readonly world: World;
  /** By which entry; the program's first if left out. */
  readonly entry?: NodeId;
  /** The event by which it comes in; made up to fit if left out. */
  readonly event?: EventView;
  readonly runId?: string;
  /** When to stop looking; 1,000 days after the start if left out. */
  readonly until?: Instant;
  /** Runs of the same lead before this one. */
  readonly earlier?: EarlierRuns;
  /** How many journeys called one another to get here. */
  readonly depth?: number;
}

/** A journey that takes more decisions than this within the simulated time is going round in circles. */
const MOST_DECISIONS = 20_000;

/** Sends one lead through a program on a virtual clock, deciding with the very machine that decides for real leads. */
export function simulate(laboratory: Laboratory, visit: Visit): Trace {
  const { start, world, until = start + 1_000 * DAY } = visit;
  const entry = visit.entry ?? laboratory.program.entries[0] ?? '';
  const run = new SimulatedRun(laboratory, visit.lead, { now: start, runId: visit.runId ?? `simulated/${visit.lead.id}` });
  const agenda = new Agenda(world.agenda);
  for (const item of agenda.upTo(start - 1)) happen(run, item, { quietly: true });

  const event = visit.event ?? entryEventOf(laboratory, entry, start);
  if (event !== null) run.record(event, { quietly: true });
  run.rescore();
  const answer = letIn(laboratory, entry, { lead: run.lead, now: start, event, earlier: visit.earlier ?? [] });
  if (!answer.enter) return run.refuse(answer.because);
  run.entryKey = answer.entryKey;
  run.tell(event === null ? { type: 'entered', entry } : { type: 'entered', entry, event });
  return goOn(laboratory, run, { world, agenda, until, depth: visit.depth ?? 0 });
}

interface Outside {
  readonly world: World;
  readonly agenda: Agenda;
  readonly until: Instant;
  readonly depth: number;
}

function goOn(laboratory: Laboratory, run: SimulatedRun, outside: Outside): Trace {
  const expected = new Expected();
  for (let decisions = 0; decisions < MOST_DECISIONS; decisions += 1) {
    const { directive, cursor } = run;
    if (directive === null || cursor === null) break;
    for (const call of run.takeCalls()) callJourney(laboratory, run, { ...outside, call });
    if (directive.do === 'done') return run.finish({ status: 'done', at: run.now, outcome: directive.outcome });
    if (directive.do === 'perform') {
      perform(run, { ...outside, cursor, effect: directive.effect });
      continue;
    }
    const { events: patterns, until } = directive;
    if (!isHeld(cursor)) {
      const question = { runId: run.runId, cursor, lead: run.lead, now: run.now, patterns };
      expected.once(`${cursor.node}#${cursor.visits[cursor.node] ?? 0}`, run.now, () =>
        outside.world.happenings(question).filter(({ name }) => name !== JOURNEY_ENDED || !answersCalls(laboratory)),
      );
    }
    const next = takeFirst(until, outside.agenda, expected);
    if (next === null || next.at > outside.until) break;
    run.now = Math.max(run.now, next.at);
    meet(run, next, { patterns, timeZone: zoneOf(laboratory) });
  }
  const until = run.directive?.do === 'wait' ? run.directive.until : null;
  return run.finish({ status: 'waiting', at: outside.until, node: run.cursor?.node ?? '', until });
}

const JOURNEY_ENDED = 'Journey Ended';

/** Journeys that call one another deeper than this are not followed. */
const DEEPEST_CALL = 6;

function answersCalls({ journeys }: Laboratory): boolean {
  return journeys !== undefined && Object.keys(journeys).length > 0;
}

/** Plays a called journey to its end; the caller hears of it then, and sees what it has made of the lead. */
function callJourney(laboratory: Laboratory, run: SimulatedRun, outside: Outside & { readonly call: JourneyCall }): void {
  const { call, world, agenda, until, depth } = outside;
  const program = Object.hasOwn(laboratory.journeys ?? {}, call.journey) ? laboratory.journeys?.[call.journey] : undefined;
  if (program === undefined || depth >= DEEPEST_CALL) return;
  const called = { ...laboratory, program };
  const entry = program.entries.find((id) => program.nodes[id]?.kind === 'entry-manual');
  const trace = simulate(called, {
    lead: run.lead,
    start: run.now,
    world: { ...world.inside(called), agenda: agenda.rest },
    runId: `${run.runId}/${call.journey}`,
    until,
    depth: depth + 1,
    ...(entry === undefined ? {} : { entry }),
  });
  run.keepCalled(call, trace);
  if (trace.end.status === 'waiting') return;
  const outcome = trace.end.status === 'done' ? trace.end.outcome : 'refused';
  const event = { name: JOURNEY_ENDED, properties: { parentRunId: run.runId, outcome } };
  agenda.add([...changesOf(run.lead, trace), { at: trace.end.at, event }]);
}

/** What a called journey has changed of the lead. */
function changesOf(before: LeadView, { moments, end }: Trace): readonly AgendaItem[] {
  const after = moments.at(-1)?.lead ?? before;
  const lead: ScriptedLead = {
    ...(after.pool === before.pool ? {} : { pool: after.pool }),
    ...(after.stage === before.stage ? {} : { stage: after.stage }),
    ...(after.attributes === before.attributes ? {} : { attributes: after.attributes }),
    ...(after.tags === before.tags ? {} : { tags: after.tags }),
  };
  return Object.keys(lead).length === 0 ? [] : [{ at: end.at, lead }];
}

/** A send that quiet hours or caps hold back has not begun, so nothing answers it yet. */
function isHeld({ memory }: Cursor): boolean {
  return memory !== null && '$held' in memory;
}

/** No effect is carried out in no time: what comes after it comes later than what came before. */
const LEAST_EFFECT: Millis = SECOND;

/** What happens meanwhile is recorded, but the run hears of it only when the effect is done, as in real life. */
function perform(run: SimulatedRun, { world, agenda, cursor, effect }: Outside & { readonly cursor: Cursor; readonly effect: string }): void {
  const reply = world.reply({ runId: run.runId, cursor, lead: run.lead, now: run.now, effect });
  const at = run.now + Math.max(reply.afterMs, LEAST_EFFECT);
  for (const item of agenda.upTo(at)) {
    run.now = Math.max(run.now, item.at);
    happen(run, item);
  }
  run.now = at;
  run.tell(reply.fact);
}

type Next = { readonly at: Instant } & (
  | { readonly meets: 'end of wait' }
  | { readonly meets: 'change'; readonly lead: ScriptedLead }
  | { readonly meets: 'event'; readonly event: { readonly id?: string; readonly name: string; readonly properties: EventView['properties'] } }
);

/** Takes whatever comes first; of things at the same instant, an event before the end of the wait. */
function takeFirst(until: Instant | null, agenda: Agenda, expected: Expected): Next | null {
  const item = agenda.peek();
  const due = expected.peek();
  const end = until ?? Number.POSITIVE_INFINITY;
  const [itemAt, dueAt] = [item?.at ?? Number.POSITIVE_INFINITY, due?.at ?? Number.POSITIVE_INFINITY];
  if (item !== null && itemAt <= dueAt && itemAt <= end) {
    agenda.pop();
    return 'lead' in item ? { at: itemAt, meets: 'change', lead: item.lead } : { at: itemAt, meets: 'event', event: item.event };
  }
  if (due !== null && dueAt <= end) {
    expected.pop();
    return { at: dueAt, meets: 'event', event: due.happening };
  }
  return until === null ? null : { at: until, meets: 'end of wait' };
}

function meet(run: SimulatedRun, next: Next, asked: { readonly patterns: readonly EventPattern[]; readonly timeZone: string }): void {
  const fact = factOf(run, next, asked);
  if (fact !== null) run.tell(fact);
}

/** What the run hears of what comes next; null if nothing. */
function factOf(run: SimulatedRun, next: Next, { patterns, timeZone }: Parameters<typeof meet>[2]): Fact | null {
  switch (next.meets) {
    case 'end of wait':
      return { type: 'woken' };
    case 'change':
      run.change(next.lead);
      return { type: 'recheck' };
    case 'event': {
      const { name, properties, id = `${run.runId}/${name}/${run.lead.events.length}` } = next.event;
      const event = asAnswer({ id, name, at: run.now, properties }, patterns);
      run.record(event);
      return patterns.some((pattern) => matchesPattern(event, pattern, { now: run.now, timeZone })) ? { type: 'event', event } : null;
    }
  }
}

function happen(run: SimulatedRun, item: AgendaItem, how: { readonly quietly?: boolean } = {}): void {
  if ('lead' in item) run.change(item.lead, how);
  else run.record({ id: `${run.runId}/${item.event.name}/${run.lead.events.length}`, at: item.at, ...item.event }, how);
}
