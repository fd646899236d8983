import type { Condition, JsonObject } from '@tendril/journey/model';

/** The condition that an entry by score, grade or tag watches, from what its row holds; null if the row is not readable. */
export function watchedCondition(trigger: string, detail: JsonObject): Condition | null {
  if (trigger === 'tag') return tagCondition(detail);
  return trigger === 'score' ? scoreCondition(detail) : null;
}

function tagCondition({ tag, weight }: JsonObject): Condition | null {
  if (typeof tag !== 'string' || typeof weight !== 'number') return null;
  return { test: { of: 'tag', tag }, operator: 'gte', value: weight };
}

function scoreCondition({ watch, direction, value, grades }: JsonObject): Condition | null {
  if (watch === 'grade') return Array.isArray(grades) ? { test: { of: 'grade' }, operator: 'in', value: grades } : null;
  const dimension = DIMENSIONS.find((name) => name === watch);
  if (dimension === undefined || typeof value !== 'number') return null;
  return { test: { of: 'score', dimension }, operator: direction === 'rises-to' ? 'gte' : 'lt', value };
}

const DIMENSIONS = ['fit', 'interest', 'behaviour', 'stage', 'total'] as const;
