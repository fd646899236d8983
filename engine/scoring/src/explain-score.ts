import type { Instant, LocalText } from '@tendril/journey/model';
import { ABSENCE_RULE, absenceUntil } from './absence.ts';
import { decayed } from './decay.ts';
import { DIMENSIONS, type Dimension } from './dimension.ts';
import { readScore, type ScoreContext, toTenths } from './read-score.ts';
import type { ScoreRule } from './score-rule.ts';
import type { ScoreSettings } from './score-settings.ts';
import { addEntry, type LedgerEntry, type ScoreState } from './score-state.ts';

/** What one cause contributes at the moment. */
export interface ScorePart {
  readonly ruleKey: string | null;
  readonly name: LocalText;
  /** Points left of all its hits. */
  readonly points: number;
  readonly hits: number;
  readonly lastAt: Instant;
}

/** One dimension and what it is made of, strongest first. */
export interface DimensionExplanation {
  readonly dimension: Dimension;
  readonly points: number;
  readonly max: number;
  readonly parts: readonly ScorePart[];
}

/** A score with its make-up. */
export interface ScoreExplanation {
  readonly total: number;
  readonly grade: string | null;
  readonly dimensions: readonly DimensionExplanation[];
}

const BY_JOURNEY_OR_PERSON: LocalText = { 'zh-CN': '由旅程或人工调整', en: 'Adjusted by a journey or a person' };
const BY_SILENCE: LocalText = { 'zh-CN': '一个月没有互动', en: 'A month without interaction' };

/**
 * Says what a score is made of: the ledger, grouped by cause, each with what is left of it, and the present silence.
 * The points per dimension are those that `readScore` gives for the same ledger.
 */
export function explainScore(
  ledger: readonly LedgerEntry[],
  context: ScoreContext & { readonly idleMonths?: number; readonly rules: readonly ScoreRule[] },
  settings: ScoreSettings,
): ScoreExplanation {
  const idle: ScoreState = context.idleMonths === undefined ? {} : { idleMonths: context.idleMonths };
  const state = ledger.reduce((sum, entry) => addEntry(sum, entry, settings), idle);
  const reading = readScore(state, context, settings);
  const silence = absenceUntil(state, context.lastSeenAt, context.now, settings);
  const entries = [...ledger, ...silence.entries];
  const names = new Map(context.rules.map((rule) => [rule.key, rule.name]));
  return {
    total: reading.total,
    grade: reading.grade,
    dimensions: DIMENSIONS.map((dimension) => ({
      dimension,
      points: reading[dimension],
      max: settings.dimensions[dimension].max,
      parts: partsOf(
        entries.filter((entry) => entry.dimension === dimension),
        { now: context.now, halfLife: settings.dimensions[dimension].halfLife, names },
      ),
    })),
  };
}

function partsOf(
  entries: readonly LedgerEntry[],
  at: { readonly now: Instant; readonly halfLife: number | null; readonly names: ReadonlyMap<string, LocalText> },
): readonly ScorePart[] {
  return [...Map.groupBy(entries, (entry) => entry.ruleKey)]
    .map(([ruleKey, hits]) => ({
      ruleKey,
      name: nameOf(ruleKey, at.names),
      points: toTenths(hits.reduce((sum, hit) => sum + decayed(hit.points, hit.at, at.now, at.halfLife), 0)),
      hits: hits.length,
      lastAt: Math.max(...hits.map((hit) => hit.at)),
    }))
    .filter((part) => part.points !== 0)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
}

function nameOf(ruleKey: string | null, names: ReadonlyMap<string, LocalText>): LocalText {
  if (ruleKey === null) return BY_JOURNEY_OR_PERSON;
  if (ruleKey === ABSENCE_RULE) return BY_SILENCE;
  return names.get(ruleKey) ?? { 'zh-CN': ruleKey, en: ruleKey };
}
