import { problem } from '../compile/catalogue.ts';
import type { Diagnostic, Instant, JourneyScript, JourneyTest, LeadView, ScriptedLead } from '../model/index.ts';
import { canonicalDuration, formatInstant } from '../time/index.ts';
import type { Laboratory } from './laboratory.ts';
import { simulateScript } from './simulate-script.ts';
import { wayOf } from './story.ts';
import type { Trace } from './trace.ts';

/** How a saved test came out, with the first line of the way that is not as expected. */
export type JourneyTestResult = { readonly test: JourneyTest; readonly trace: Trace } & (
  | { readonly passed: true }
  | {
      readonly passed: false;
      readonly difference:
        | { readonly at: number; readonly expected: string | null; readonly found: string | null }
        | { readonly outcome: { readonly expected: string | null; readonly found: string | null } };
    }
);

/** Plays saved tests. Publishing is refused while one fails. */
export function runJourneyTests(laboratory: Laboratory, tests: readonly JourneyTest[]): readonly JourneyTestResult[] {
  return tests.map((test) => runJourneyTest(laboratory, test));
}

function runJourneyTest(laboratory: Laboratory, test: JourneyTest): JourneyTestResult {
  const trace = simulateScript(laboratory, test);
  const way = wayOf(trace);
  const { expect } = test;
  const at = Array.from({ length: Math.max(way.length, expect.way.length) }).findIndex((_, index) => way[index] !== expect.way[index]);
  if (at !== -1) return { test, trace, passed: false, difference: { at, expected: expect.way[at] ?? null, found: way[at] ?? null } };
  const outcome = outcomeOf(trace);
  if (outcome !== expect.outcome) return { test, trace, passed: false, difference: { outcome: { expected: expect.outcome, found: outcome } } };
  return { test, trace, passed: true };
}

/** What keeps a journey from being published: a remark for each saved test that fails. */
export function failedTests(laboratory: Laboratory, tests: readonly JourneyTest[]): readonly Diagnostic[] {
  return runJourneyTests(laboratory, tests).flatMap((result) => {
    if (result.passed) return [];
    const { difference, test } = result;
    if ('outcome' in difference) return [problem('J702', { test: test.name, ...difference.outcome })];
    const { at, expected, found } = difference;
    return [problem('J701', { test: test.name, line: at + 1, expected, found })];
  });
}

/** Saves a played script as a test: from now on it must go this very way. */
export function testFromScript(laboratory: Laboratory, script: JourneyScript, named: { readonly id: string; readonly name: string }): JourneyTest {
  const trace = simulateScript(laboratory, script);
  return { ...named, ...script, expect: { way: wayOf(trace), outcome: outcomeOf(trace) } };
}

/** What is on record of a real run: the lead as it came in, and what happened to it until the run was over. */
export interface RecordedRun {
  readonly lead: LeadView;
  readonly startedAt: Instant;
  readonly entry: string;
  /** Events of the lead, before and after the start. */
  readonly events: readonly { readonly name: string; readonly at: Instant; readonly properties: JourneyScript['properties'] }[];
  readonly answers: NonNullable<JourneyScript['answers']>;
}

/**
 * A script of what really happened to a lead, so that it can be played again and saved as a test. Of the lead it keeps
 * only what the program reads: names and addresses of people do not get into a journey's file.
 */
export function scriptFromRun({ program }: Laboratory, run: RecordedRun): JourneyScript {
  const { attributes: isRead, events: readEvents } = program.reads;
  const reads = (name: string) => readEvents.includes('*') || readEvents.includes(name);
  const { attributes, score, grade, intent, stage, pool, consent, reachable, tags, timeZone } = run.lead;
  const kept = Object.fromEntries(Object.entries(attributes).filter(([field]) => isRead.includes(field)));
  const lead: ScriptedLead = { attributes: kept, score, grade, intent, stage, pool, consent, reachable, tags, timeZone };
  return {
    start: formatInstant(run.startedAt),
    entry: run.entry,
    lead,
    happens: run.events
      .filter(({ name, at }) => reads(name) && at !== run.startedAt)
      .map(({ name, at, properties = {} }) => {
        const away = canonicalDuration(Math.abs(at - run.startedAt));
        return at < run.startedAt ? { before: away, event: name, properties } : { after: away, event: name, properties };
      }),
    answers: run.answers,
  };
}

function outcomeOf({ end }: Trace): string | null {
  return end.status === 'done' ? end.outcome : null;
}
