import type { Instant, ScoreView } from '@tendril/journey/model';
import { absenceUntil } from './absence.ts';
import { decayed } from './decay.ts';
import type { Dimension } from './dimension.ts';
import { gradeOf } from './grade.ts';
import type { ScoreSettings } from './score-settings.ts';
import { addEntry, type ScoreState } from './score-state.ts';

/** What is known of a lead besides its points. */
export interface ScoreContext {
  readonly now: Instant;
  /** Last interaction; null: never seen. */
  readonly lastSeenAt: Instant | null;
  /** Whether title, company or industry is known. */
  readonly profileKnown: boolean;
}

/** The score of one instant with its grade. */
export interface ScoreReading extends ScoreView {
  readonly grade: string | null;
}

/**
 * The score at an instant: faded, with the present silence deducted, between 0 and the maximum of each dimension, to a
 * tenth of a point, so that the number a person sees is the number a gate compared.
 */
export function readScore(state: ScoreState, context: ScoreContext, settings: ScoreSettings): ScoreReading {
  const silence = absenceUntil(state, context.lastSeenAt, context.now, settings);
  const current = silence.entries.reduce((sum, entry) => addEntry(sum, entry, settings), state);
  const points = (dimension: Dimension): number => pointsOf(current, dimension, context.now, settings);
  const fit = points('fit');
  const interest = points('interest');
  const behaviour = points('behaviour');
  const stage = points('stage');
  const engagement = interest + behaviour + stage;
  return {
    fit,
    interest,
    behaviour,
    stage,
    total: toTenths(fit + engagement),
    grade: gradeOf({ fit, engagement, profileKnown: context.profileKnown, seen: context.lastSeenAt !== null }, settings),
  };
}

/** Points to a tenth. */
export function toTenths(points: number): number {
  return Math.round(points * 10) / 10;
}

function pointsOf(state: ScoreState, dimension: Dimension, now: Instant, settings: ScoreSettings): number {
  const sum = state[dimension];
  if (sum === undefined) return 0;
  const { max, halfLife } = settings.dimensions[dimension];
  return toTenths(Math.min(max, Math.max(0, decayed(sum.value, sum.asOf, now, halfLife))));
}
