import type { Instant, LeadView, Millis, NodeId } from '../model/index.ts';
import { DAY } from '../model/index.ts';
import { chanceOf } from './chance.ts';
import { type ChanceOptions, chanceWorld } from './chance-world.ts';
import type { Laboratory } from './laboratory.ts';
import { simulate } from './simulate.ts';
import { type StepVolume, type StepVolumes, stepsOfTrace, sumSteps } from './steps-of-trace.ts';
import { reachedLead, type Trace, withCalled } from './trace.ts';

/** Who comes in, and for how long to look. */
export interface ForecastOptions extends ChanceOptions {
  readonly leads: readonly LeadView[];
  readonly start: Instant;
  /** Over how long the leads come in, evenly; 0: all at once. */
  readonly arriveOver: Millis;
  /** How far to look from the start. */
  readonly horizon: Millis;
  /** By which entry; the first if left out. */
  readonly entry?: NodeId;
}

/** One simulated day, counted from the start. */
export interface ForecastDay {
  readonly day: number;
  readonly arrived: number;
  readonly ended: number;
  readonly handoffs: number;
  /** Messages that went out to leads, per channel. */
  readonly messages: { readonly [channel: string]: number };
}

/** What passed through one step. */
export type ForecastStep = StepVolume;

/** What a journey would do to many leads. */
export interface Forecast {
  readonly leads: number;
  /** Not let in. */
  readonly refused: number;
  /** Still inside at the end. */
  readonly inside: number;
  readonly outcomes: { readonly [outcome: string]: number };
  readonly days: readonly ForecastDay[];
  readonly steps: StepVolumes;
  /** Messages that went out to one lead, on average and at most. */
  readonly messagesPerLead: { readonly mean: number; readonly most: number };
  readonly handoffs: number;
  /** How long leads that came to an end were inside; null if none did. */
  readonly duration: { readonly median: Millis; readonly p90: Millis } | null;
}

/** Sends many leads through a program, each in a world of chance of its own, and counts. */
export function simulateMany(laboratory: Laboratory, options: ForecastOptions): Forecast {
  const { leads, start, arriveOver, horizon, entry, seed } = options;
  const world = chanceWorld(laboratory, options);
  const tally = new Tally(start);
  for (const [index, lead] of leads.entries()) {
    const arrives = start + Math.floor((arriveOver * index) / Math.max(1, leads.length)) + Math.floor(chanceOf(seed, 'arrival', index) * 1000);
    const visit = { lead, start: arrives, world, until: start + horizon };
    tally.add(simulate(laboratory, entry === undefined ? visit : { ...visit, entry }));
  }
  return tally.forecast(Math.ceil(horizon / DAY));
}

interface DayTally {
  arrived: number;
  ended: number;
  handoffs: number;
  readonly messages: Record<string, number>;
}

class Tally {
  readonly #start: Instant;
  readonly #days = new Map<number, DayTally>();
  readonly #outcomes: Record<string, number> = {};
  readonly #durations: Millis[] = [];
  readonly #messages: number[] = [];
  readonly #steps: StepVolumes[] = [];
  #refused = 0;
  #inside = 0;
  #handoffs = 0;

  constructor(start: Instant) {
    this.#start = start;
  }

  add(trace: Trace): void {
    this.#day(trace.startedAt).arrived += 1;
    if (trace.end.status === 'refused') this.#refused += 1;
    else this.#addWay(trace);
    this.#steps.push(stepsOfTrace(trace));
    const all = withCalled(trace);
    const sent = all.flatMap(({ messages }) => messages.filter(reachedLead));
    for (const { at, channel } of sent) count(this.#day(at).messages, channel);
    this.#messages.push(sent.length);
    for (const { at } of all.flatMap(({ handoffs }) => handoffs)) {
      this.#day(at).handoffs += 1;
      this.#handoffs += 1;
    }
  }

  forecast(days: number): Forecast {
    const leads = this.#messages.length;
    const total = this.#messages.reduce((sum, sent) => sum + sent, 0);
    return {
      leads,
      refused: this.#refused,
      inside: this.#inside,
      outcomes: this.#outcomes,
      days: Array.from({ length: days }, (_, day) => ({ day, ...(this.#days.get(day) ?? emptyDay()) })),
      steps: sumSteps(this.#steps),
      messagesPerLead: { mean: leads === 0 ? 0 : total / leads, most: Math.max(0, ...this.#messages) },
      handoffs: this.#handoffs,
      duration: durationsOf(this.#durations),
    };
  }

  #addWay({ end, startedAt }: Trace): void {
    if (end.status === 'done') {
      count(this.#outcomes, end.outcome);
      this.#day(end.at).ended += 1;
      this.#durations.push(end.at - startedAt);
    } else this.#inside += 1;
  }

  #day(at: Instant): DayTally {
    const day = Math.floor((at - this.#start) / DAY);
    return made(this.#days, day, emptyDay);
  }
}

function emptyDay(): DayTally {
  return { arrived: 0, ended: 0, handoffs: 0, messages: {} };
}

function made<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = make();
  map.set(key, value);
  return value;
}

function count(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}

function durationsOf(durations: readonly Millis[]): Forecast['duration'] {
  const sorted = durations.toSorted((left, right) => left - right);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return sorted.length === 0 ? null : { median: at(0.5), p90: at(0.9) };
}
