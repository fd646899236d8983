import type { Condition, Explanation, Instant, Json, LeadView } from '../model/index.ts';
import { formatInstant } from '../time/index.ts';
import { compare, type Found, type Moment } from './compare.ts';
import { type ConditionContext, findSubject } from './find-subject.ts';
import { allOf, anyOf, not } from './truth.ts';

/**
 * Evaluates a condition and shows its reasons: the tree again, each part with its truth, each leaf with the value it saw.
 * A leaf that saw nothing has no `seen`; an event that never happened is seen as null. Instants are seen as ISO 8601 in UTC.
 */
export function explain(condition: Condition, lead: LeadView, now: Instant, context: ConditionContext = {}): Explanation {
  return explainAt(condition, lead, { now, timeZone: context.timeZone ?? 'UTC' }, context);
}

function explainAt(condition: Condition, lead: LeadView, moment: Moment, context: ConditionContext): Explanation {
  const inner = (part: Condition) => explainAt(part, lead, moment, context);
  if ('all' in condition) {
    const parts = condition.all.map(inner);
    return { condition, truth: allOf(parts.map((part) => part.truth)), parts };
  }
  if ('any' in condition) {
    const parts = condition.any.map(inner);
    return { condition, truth: anyOf(parts.map((part) => part.truth)), parts };
  }
  if ('not' in condition) {
    const part = inner(condition.not);
    return { condition, truth: not(part.truth), parts: [part] };
  }
  const found = findSubject(condition.test, lead, moment, context);
  const truth = compare(found, condition.operator, condition.value, moment);
  const seen = seenIn(found);
  return seen === undefined ? { condition, truth } : { condition, truth, seen };
}

function seenIn(found: Found): Json | undefined {
  switch (found.kind) {
    case 'value':
      return found.value;
    case 'instant':
      return formatInstant(found.at);
    case 'never':
      return null;
    case 'missing':
      return undefined;
  }
}
