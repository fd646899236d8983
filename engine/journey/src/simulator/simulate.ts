import type { Cursor, EventPattern, EventView, Fact, Instant, LeadView, NodeId, ScriptedLead } from '../model/index.ts';
import { DAY } from '../model/index.ts';
import { matchesPattern } from '../nodes/await-events.ts';
import { Agenda, Expected } from './agenda.ts';
import { type EarlierRuns, entryEventOf, letIn } from './enter-by.ts';
import type { Laboratory } from './laboratory.ts';
import { asAnswer } from './satisfy-pattern.ts';
import { SimulatedRun } from './simulated-run.ts';
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
  /** When to stop looking; 400 days after the start if left out. */
  readonly until?: Instant;
  /** Runs of the same lead before this one. */
  readonly earlier?: EarlierRuns;
}

/** A journey that takes more decisions than this within the simulated time is going round in circles. */
const MOST_DECISIONS = 20_000;

/** Sends one lead through a program on a virtual clock, deciding with the very machine that decides for real leads. */
export function simulate(laboratory: Laboratory, visit: Visit): Trace {
  const { start, world, until = start + 400 * DAY } = visit;
  const entry = visit.entry ?? laboratory.program.entries[0] ?? '';
  const run = new SimulatedRun(laboratory, visit.lead, { now: start, runId: visit.runId ?? `simulated/${visit.lead.id}` });
  const agenda = new Agenda(world.agenda);
  for (const item of agenda.upTo(start - 1)) happen(run, item, { quietly: true });

  const event = visit.event ?? entryEventOf(laboratory, entry, start);
  if (event !== null) run.record(event, { quietly: true });
  const answer = letIn(laboratory, entry, { lead: run.lead, now: start, event, earlier: visit.earlier ?? [] });
  if (!answer.enter) return run.refuse(answer.because);
  run.entryKey = answer.entryKey;
  run.tell(event === null ? { type: 'entered', entry } : { type: 'entered', entry, event });
  return goOn(laboratory, run, { world, agenda, until });
}

interface Outside {
  readonly world: World;
  readonly agenda: Agenda;
  readonly until: Instant;
}

function goOn(laboratory: Laboratory, run: SimulatedRun, outside: Outside): Trace {
  const expected = new Expected();
  for (let decisions = 0; decisions < MOST_DECISIONS; decisions += 1) {
    const { directive, cursor } = run;
    if (directive === null || cursor === null) break;
    if (directive.do === 'done') return run.finish({ status: 'done', at: run.now, outcome: directive.outcome });
    if (directive.do === 'perform') {
      perform(run, { ...outside, cursor, effect: directive.effect });
      continue;
    }
    const { events: patterns, until } = directive;
    if (!isHeld(cursor)) {
      const question = { runId: run.runId, cursor, lead: run.lead, now: run.now, patterns };
      expected.once(`${cursor.node}#${cursor.visits[cursor.node] ?? 0}`, run.now, () => outside.world.happenings(question));
    }
    const next = takeFirst(until, outside.agenda, expected);
    if (next === null || next.at > outside.until) break;
    run.now = Math.max(run.now, next.at);
    meet(run, next, { patterns, timeZone: laboratory.timeZone });
  }
  const until = run.directive?.do === 'wait' ? run.directive.until : null;
  return run.finish({ status: 'waiting', at: outside.until, node: run.cursor?.node ?? '', until });
}

/** A send that quiet hours or caps hold back has not begun, so nothing answers it yet. */
function isHeld({ memory }: Cursor): boolean {
  return memory !== null && '$held' in memory;
}

/** What happens meanwhile is recorded, but the run hears of it only when the effect is done, as in real life. */
function perform(run: SimulatedRun, { world, agenda, cursor, effect }: Outside & { readonly cursor: Cursor; readonly effect: string }): void {
  const reply = world.reply({ runId: run.runId, cursor, lead: run.lead, now: run.now, effect });
  const at = run.now + reply.afterMs;
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
