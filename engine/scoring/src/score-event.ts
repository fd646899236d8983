import { matchesProperties } from '@tendril/journey/conditions';
import { type EventView, HOUR, type Instant } from '@tendril/journey/model';
import type { EventRule, ScoreRule } from './score-rule.ts';
import type { LedgerEntry } from './score-state.ts';

/** When each rule has hit a lead, as far as cool-downs may look. */
export type RecentHits = ReadonlyMap<string, readonly Instant[]>;

/** The ledger rows that one event earns. A rule that has hit within its cool-down, before or after, does not hit again. */
export function scoreEvent(rules: readonly ScoreRule[], event: EventView, recent: RecentHits): readonly LedgerEntry[] {
  return rules
    .filter((rule): rule is EventRule => rule.trigger.on === 'event' && rule.enabled && rule.points !== 0)
    .filter((rule) => rule.trigger.name === event.name && matchesProperties(rule.trigger.where, event.properties, { now: event.at }))
    .filter((rule) => !isCoolingDown(rule, event.at, recent.get(rule.key) ?? []))
    .map((rule) => ({ dimension: rule.dimension, points: rule.points, ruleKey: rule.key, at: event.at }));
}

function isCoolingDown(rule: EventRule, at: Instant, hits: readonly Instant[]): boolean {
  const { cooldownH } = rule;
  return cooldownH !== null && hits.some((hit) => Math.abs(at - hit) < cooldownH * HOUR);
}
