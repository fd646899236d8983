/** The condition language: evaluate, explain, and what may be compared with what. */
export { evaluate } from './evaluate.ts';
export { explain } from './explain.ts';
export type { ConditionContext } from './find-subject.ts';
export { type ConditionLeaf, leavesOf } from './leaves-of.ts';
export { matchesProperties } from './matches-properties.ts';
export { kindOfSubject, OPERANDS, OPERATORS, type OperandKind, type SubjectKind } from './operators.ts';
