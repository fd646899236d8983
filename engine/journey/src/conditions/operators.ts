import type { Operator, Subject } from '../model/index.ts';

/** What sort of value a subject has. `open` is an attribute or property, whose type only its value tells. */
export type SubjectKind = 'open' | 'text' | 'number' | 'instant';

/** What an operator wants to be compared with. */
export type OperandKind = 'scalar' | 'scalars' | 'text' | 'number' | 'range' | 'date' | 'days' | 'none';

const PRESENCE = ['known', 'unknown'] as const satisfies readonly Operator[];
const EQUALITY = ['is', 'is-not', 'in', 'not-in'] as const satisfies readonly Operator[];
const TEXT = ['contains', 'not-contains', 'starts-with', 'ends-with'] as const satisfies readonly Operator[];
const ORDER = ['lt', 'lte', 'gt', 'gte', 'between'] as const satisfies readonly Operator[];
const DATE = ['before', 'after', 'within-days', 'not-within-days'] as const satisfies readonly Operator[];

/** Which operators each sort of value allows. */
export const OPERATORS: Readonly<Record<SubjectKind, readonly Operator[]>> = {
  open: [...EQUALITY, ...TEXT, ...ORDER, ...DATE, ...PRESENCE],
  text: [...EQUALITY, ...TEXT, ...PRESENCE],
  number: [...EQUALITY, ...ORDER, ...PRESENCE],
  instant: [...DATE, ...PRESENCE],
};

/** What each operator is compared with. */
export const OPERANDS: Readonly<Record<Operator, OperandKind>> = {
  is: 'scalar',
  'is-not': 'scalar',
  in: 'scalars',
  'not-in': 'scalars',
  contains: 'text',
  'not-contains': 'text',
  'starts-with': 'text',
  'ends-with': 'text',
  lt: 'number',
  lte: 'number',
  gt: 'number',
  gte: 'number',
  between: 'range',
  before: 'date',
  after: 'date',
  'within-days': 'days',
  'not-within-days': 'days',
  known: 'none',
  unknown: 'none',
};

/** The sort of value that a subject has. */
export function kindOfSubject(subject: Subject): SubjectKind {
  switch (subject.of) {
    case 'attribute':
    case 'company':
      return 'open';
    case 'tag':
    case 'score':
      return 'number';
    case 'events':
      return subject.measure === 'count' ? 'number' : 'instant';
    case 'grade':
    case 'intent':
    case 'consent':
    case 'stage':
    case 'pool':
    case 'owner':
    case 'outcome':
      return 'text';
  }
}
