import type { Instant, LeadView, ScoreView } from '@tendril/journey/model';
import type { Laboratory } from '@tendril/journey/simulator';
import { DEFAULT_SETTINGS, intentOf, isInteraction, type LedgerEntry, pastScore } from '@tendril/scoring';

/** What is on record of one lead's scoring. */
export interface ScoringRecord {
  readonly ledger: readonly LedgerEntry[];
  readonly events: readonly (Parameters<typeof isInteraction>[0] & { readonly at: Instant })[];
  readonly profileKnown: boolean;
  /** The score with which simulations begin; it holds nothing of their making. */
  readonly initial: ScoreView;
}

const DIMENSIONS = ['fit', 'interest', 'behaviour', 'stage', 'total'] as const;
const NONE: ScoreView = { fit: 0, interest: 0, behaviour: 0, stage: 0, total: 0 };

/**
 * The score that one lead really had at every instant, for one simulation of it. What the simulated journey itself gives or
 * takes comes on top and stays, since the ledger knows nothing of it.
 */
export function pastScoring({ ledger, events, profileKnown, initial }: ScoringRecord): NonNullable<Laboratory['rescore']> {
  /** Points of the simulated journey's own making that a score holds. */
  const own = new WeakMap<ScoreView, ScoreView>([[initial, NONE]]);
  let last: ScoreView | null = null;
  return (lead: LeadView, now: Instant): LeadView => {
    const lastSeenAt = events.reduce<Instant | null>(
      (at, event) => (event.at <= now && isInteraction(event) ? Math.max(at ?? 0, event.at) : at),
      null,
    );
    const { grade, ...base } = pastScore(ledger, { now, lastSeenAt, profileKnown }, DEFAULT_SETTINGS);
    const given = own.get(lead.score) ?? (last === null ? NONE : minus(lead.score, last));
    const score = plus(base, given);
    own.set(score, given);
    last = base;
    return { ...lead, score, grade, intent: intentOf(lead.events, now, DEFAULT_SETTINGS.intentWindow) };
  };
}

const combine = (one: ScoreView, other: ScoreView, sign: 1 | -1): ScoreView =>
  Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, one[dimension] + sign * other[dimension]])) as unknown as ScoreView;

const plus = (one: ScoreView, other: ScoreView): ScoreView => combine(one, other, 1);
const minus = (one: ScoreView, other: ScoreView): ScoreView => combine(one, other, -1);
