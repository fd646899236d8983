import type { EventView, Instant, JourneyScript } from '../model/index.ts';
import { parseInstant } from '../time/index.ts';
import { entryEventOf } from './enter-by.ts';
import type { Laboratory } from './laboratory.ts';
import { madeUpLead } from './made-up-lead.ts';
import { scriptedWorld } from './scripted-world.ts';
import { simulate } from './simulate.ts';
import type { Trace } from './trace.ts';

/** Plays a script: one made-up lead, and all that happens to it. `until` ends the simulation early, for the time machine. */
export function simulateScript(laboratory: Laboratory, script: JourneyScript, { until }: { readonly until?: Instant } = {}): Trace {
  const start = startOf(laboratory, script);
  const entry = script.entry ?? laboratory.program.entries[0] ?? '';
  const event = entryEvent(laboratory, entry, script, start);
  return simulate(laboratory, {
    lead: madeUpLead('scripted', script.lead),
    start,
    entry,
    world: scriptedWorld(laboratory, script, start),
    ...(event === null ? {} : { event }),
    ...(until === undefined ? {} : { until }),
  });
}

/** When a script begins. A start that cannot be read counts as 1970; the schema of scripts lets none through. */
export function startOf({ timeZone }: Laboratory, { start }: JourneyScript): Instant {
  return parseInstant(start, timeZone) ?? 0;
}

function entryEvent(laboratory: Laboratory, entry: string, { properties }: JourneyScript, start: Instant): EventView | null {
  const event = entryEventOf(laboratory, entry, start);
  return event === null || properties === undefined ? event : { ...event, properties: { ...event.properties, ...properties } };
}
