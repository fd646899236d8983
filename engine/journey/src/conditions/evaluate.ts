import type { Condition, Instant, LeadView, Truth } from '../model/index.ts';
import { compare, type Moment } from './compare.ts';
import { type ConditionContext, findSubject } from './find-subject.ts';
import { allOf, anyOf, not } from './truth.ts';

/**
 * Whether a condition holds for a lead at an instant: true, false, or not to be known. Never throws: a leaf whose value
 * has the wrong type for its operator is unknown.
 */
export function evaluate(condition: Condition, lead: LeadView, now: Instant, context: ConditionContext = {}): Truth {
  return evaluateAt(condition, lead, { now, timeZone: context.timeZone ?? 'UTC' }, context);
}

function evaluateAt(condition: Condition, lead: LeadView, moment: Moment, context: ConditionContext): Truth {
  const inner = (part: Condition) => evaluateAt(part, lead, moment, context);
  if ('all' in condition) return allOf(condition.all.map(inner));
  if ('any' in condition) return anyOf(condition.any.map(inner));
  if ('not' in condition) return not(inner(condition.not));
  return compare(findSubject(condition.test, lead, moment, context), condition.operator, condition.value, moment);
}
