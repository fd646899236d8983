import type { LeadScore } from '@tendril/runtime';
import type { ScoreView } from '../../api/views.ts';

/** A score and its make-up as pages show it. */
export function scoreView({ total, grade, intent, dimensions }: LeadScore): ScoreView {
  return {
    total,
    grade,
    intent,
    dimensions: dimensions.map(({ dimension, points, max, parts }) => ({
      dimension,
      points,
      max,
      parts: parts.map((part) => ({ ...part, lastAt: new Date(part.lastAt).toISOString() })),
    })),
  };
}

/** What is shown of a lead nobody has scored yet. */
export const NO_SCORE: ScoreView = { total: 0, grade: null, intent: 'none', dimensions: [] };
