import { DAY, type Millis } from '@tendril/journey/model';
import type { Dimension } from './dimension.ts';

/** How one dimension behaves. */
export interface DimensionSettings {
  /** Most points the dimension can add to the total; more are kept, but do not count. */
  readonly max: number;
  /** Time after which half of the points are gone; null: they never fade. */
  readonly halfLife: Millis | null;
}

/** Everything about scoring that is not a rule. A workspace may replace any figure. */
export interface ScoreSettings {
  readonly dimensions: Readonly<Record<Dimension, DimensionSettings>>;
  /** What a month without interaction takes from `behaviour`. */
  readonly absence: { readonly month: Millis; readonly points: number };
  /** Least fit for the letters A, B and C; below is D. */
  readonly letters: readonly [number, number, number];
  /** Least engagement (interest + behaviour + stage) for the digits 1, 2 and 3; below is 4. */
  readonly digits: readonly [number, number, number];
  /** How long a hand-raise or a look at the prices counts as intent. */
  readonly intentWindow: Millis;
}

/**
 * The figures a new workspace starts with. Where each comes from stands in docs/scoring.md: the 30 points for a month of
 * silence are an industry example, the rest are our own proposals.
 */
export const DEFAULT_SETTINGS: ScoreSettings = {
  dimensions: {
    fit: { max: 40, halfLife: null },
    interest: { max: 25, halfLife: 30 * DAY },
    behaviour: { max: 30, halfLife: 90 * DAY },
    stage: { max: 10, halfLife: 30 * DAY },
  },
  absence: { month: 30 * DAY, points: 30 },
  letters: [30, 20, 10],
  digits: [40, 25, 10],
  intentWindow: 30 * DAY,
};
