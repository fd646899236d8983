import type { Condition } from '../model/index.ts';

/** A leaf of a condition. */
export type ConditionLeaf = Extract<Condition, { test: unknown }>;

/** All leaves of a condition, left to right. Tells what it reads. */
export function leavesOf(condition: Condition): readonly ConditionLeaf[] {
  if ('all' in condition) return condition.all.flatMap(leavesOf);
  if ('any' in condition) return condition.any.flatMap(leavesOf);
  if ('not' in condition) return leavesOf(condition.not);
  return [condition];
}
