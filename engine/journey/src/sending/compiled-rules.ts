import type { Instant, Millis, SendingCap, SendingRules } from '../model/index.ts';
import { isInWindow, nextInWindow, parseDuration, parseTimeOfDay } from '../time/index.ts';

/** A cap with its length of time in ms. */
export interface CompiledCap {
  readonly channel: SendingCap['channel'];
  readonly count: number;
  readonly per: Millis;
}

/** Rules with lengths of time in ms. */
export interface CompiledRules {
  readonly leadCaps: readonly CompiledCap[];
  readonly companyCaps: readonly CompiledCap[];
  /** 0: none. */
  readonly gap: Millis;
  readonly giveUpAfter: Millis | null;
}

const kept = new WeakMap<SendingRules, CompiledRules>();

/** Reads the durations of rules, once for as long as they are in memory. */
export function compiledRules(rules: SendingRules): CompiledRules {
  const known = kept.get(rules);
  if (known !== undefined) return known;
  const compiled: CompiledRules = {
    leadCaps: rules.leadCaps.map(compiledCap),
    companyCaps: rules.companyCaps.map(compiledCap),
    gap: rules.minimumGap === null ? 0 : (parseDuration(rules.minimumGap) ?? 0),
    giveUpAfter: rules.giveUpAfter === null ? null : parseDuration(rules.giveUpAfter),
  };
  kept.set(rules, compiled);
  return compiled;
}

function compiledCap({ channel, count, per }: SendingCap): CompiledCap {
  return { channel, count, per: parseDuration(per) ?? 0 };
}

/** How far back messages matter for these rules, in ms; 0 if none does. */
export function lookBackOf(rules: SendingRules): Millis {
  const { leadCaps, companyCaps, gap } = compiledRules(rules);
  return Math.max(0, gap, ...[...leadCaps, ...companyCaps].map(({ per }) => per));
}

/** The end of the quiet hours that an instant lies in; null if it lies in none. */
export function quietUntil(quietHours: SendingRules['quietHours'], at: Instant, zone: string): Instant | null {
  if (quietHours === null) return null;
  const [from, to] = [parseTimeOfDay(quietHours.from) ?? 0, parseTimeOfDay(quietHours.to) ?? 0];
  if (from === to || !isInWindow({ calendar: 'every-day', from, to }, at, zone)) return null;
  const until = nextInWindow({ calendar: 'every-day', from: to, to: from }, at, zone);
  return until === null || until <= at ? null : until;
}
