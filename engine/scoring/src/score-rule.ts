import type { Condition, LocalText, PropertyTest } from '@tendril/journey/model';
import { type Dimension, readDimension } from './dimension.ts';

interface RuleBase {
  /** Stable name, kept in the ledger. */
  readonly key: string;
  readonly name: LocalText;
  /** Points of one hit; negative rules take away. */
  readonly points: number;
  readonly enabled: boolean;
}

/** Hits on every event of a name whose properties pass the tests. */
export interface EventRule extends RuleBase {
  readonly dimension: Dimension;
  readonly trigger: { readonly on: 'event'; readonly name: string; readonly where?: readonly PropertyTest[] };
  /** Within this many hours of a hit the rule does not hit again; null: every event counts. */
  readonly cooldownH: number | null;
}

/** Holds while a condition over the lead's profile holds, and takes its points back once it does not any more. */
export interface ProfileRule extends RuleBase {
  readonly dimension: 'fit';
  readonly trigger: { readonly on: 'profile'; readonly where: Condition };
  readonly cooldownH: null;
}

/** A scoring rule that marketers edit. */
export type ScoreRule = EventRule | ProfileRule;

/** A rule as the database keeps it. */
export interface StoredRule {
  readonly key: string;
  readonly name: unknown;
  readonly dimension: string;
  readonly trigger: unknown;
  readonly points: number;
  readonly cooldownH: number | null;
  readonly enabled: boolean;
}

/** Reads a stored rule; null if it is not one (such a rule never hits). */
export function readRule(stored: StoredRule): ScoreRule | null {
  const { key, points, enabled, cooldownH } = stored;
  const dimension = readDimension(stored.dimension);
  if (dimension === null || !Number.isFinite(points) || !isRecord(stored.trigger)) return null;
  const name = readName(stored.name, key);
  const { on, name: event, where } = stored.trigger;
  if (on === 'event' && typeof event === 'string') {
    const tests = Array.isArray(where) ? { where: where as readonly PropertyTest[] } : {};
    return { key, name, points, enabled, dimension, cooldownH, trigger: { on, name: event, ...tests } };
  }
  if (on === 'profile' && dimension === 'fit' && isRecord(where)) {
    return { key, name, points, enabled, dimension, cooldownH: null, trigger: { on, where: where as unknown as Condition } };
  }
  return null;
}

function readName(stored: unknown, key: string): LocalText {
  const text = (locale: string): string => (isRecord(stored) && typeof stored[locale] === 'string' ? stored[locale] : key);
  return { 'zh-CN': text('zh-CN'), en: text('en') };
}

function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
