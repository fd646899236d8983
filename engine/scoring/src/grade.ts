import type { ScoreSettings } from './score-settings.ts';

/** What a grade is made of. */
export interface GradeInput {
  /** Points of the fit dimension. */
  readonly fit: number;
  /** Points of interest, behaviour and stage together. */
  readonly engagement: number;
  /** Whether anything is known of who the lead is (title, company or industry). */
  readonly profileKnown: boolean;
  /** Whether the lead was ever seen doing something. */
  readonly seen: boolean;
}

/**
 * The grade: a letter for fit (A best) and a digit for engagement (1 best), `A1` to `D4`. Null while one of the two sides
 * is unknown: such a lead is ungraded and stays in the nurture pool, whereas every grade, D4 too, may be assigned.
 */
export function gradeOf(input: GradeInput, settings: ScoreSettings): string | null {
  if (!input.profileKnown || !input.seen) return null;
  return `${'ABCD'.charAt(place(input.fit, settings.letters))}${1 + place(input.engagement, settings.digits)}`;
}

/** How many of the limits, best first, the points miss: 0 to 3. */
function place(points: number, limits: readonly [number, number, number]): number {
  const reached = limits.findIndex((limit) => points >= limit);
  return reached === -1 ? limits.length : reached;
}
