import type { Condition, Subject } from '../model/index.ts';
import { GRADES } from '../nodes/grades.ts';
import { subjectKey } from '../sentences/subject-in-words.ts';
import { canonicalJson } from './canonical-json.ts';
import { A_NUMBER, ANYTHING, complement, intersect, isEmpty, oneOf, type Region, regionOf } from './region.ts';

/** What is asked of a condition's truth, which may also be unknown. */
export type Wanted = 'true' | 'not-true' | 'false' | 'not-false';

/** A condition together with the truth that is asked of it. */
export interface Demand {
  readonly condition: Condition;
  readonly wanted: Wanted;
}

/** One way to meet all demands: which values each subject may have. */
type Clause = ReadonlyMap<string, Region>;

/** Above this many clauses the answer would cost more than it is worth. */
const MOST_CLAUSES = 400;

/**
 * Whether some lead could meet all demands at once. False only if surely none can: what cannot be told counts as possible.
 * Subjects are taken as independent of one another.
 */
export function isSatisfiable(demands: readonly Demand[]): boolean {
  let clauses: readonly Clause[] = [new Map()];
  for (const { condition, wanted } of demands) {
    const next = combine(clauses, clausesOf(condition, wanted));
    if (next === null) return true;
    clauses = next;
  }
  return clauses.length > 0;
}

/** The subjects a condition looks at, each by a name of its own. */
export function subjectsOf(condition: Condition): ReadonlySet<string> {
  if ('all' in condition) return new Set(condition.all.flatMap((part) => [...subjectsOf(part)]));
  if ('any' in condition) return new Set(condition.any.flatMap((part) => [...subjectsOf(part)]));
  if ('not' in condition) return subjectsOf(condition.not);
  return new Set([nameOf(condition.test)]);
}

/** Events counted over other windows or properties are other subjects. */
function nameOf(subject: Subject): string {
  return subject.of === 'events' ? canonicalJson(subject) : subjectKey(subject);
}

/** Null: too many to tell. */
function clausesOf(condition: Condition, wanted: Wanted): readonly Clause[] | null {
  if ('not' in condition) return clausesOf(condition.not, TURNED[wanted]);
  if ('test' in condition) return leafClauses(condition, wanted);
  const parts = 'all' in condition ? condition.all : condition.any;
  // True of all, and not false of all, ask something of every part; the other two of some part. With "any" it is the reverse.
  const ofEvery = 'all' in condition ? wanted === 'true' || wanted === 'not-false' : wanted === 'false' || wanted === 'not-true';
  return ofEvery ? every(parts, wanted) : some(parts, wanted);
}

const TURNED: Readonly<Record<Wanted, Wanted>> = { true: 'false', false: 'true', 'not-true': 'not-false', 'not-false': 'not-true' };

function every(parts: readonly Condition[], wanted: Wanted): readonly Clause[] | null {
  return parts.reduce<readonly Clause[] | null>(
    (clauses, part) => (clauses === null ? null : combine(clauses, clausesOf(part, wanted))),
    [new Map()],
  );
}

function some(parts: readonly Condition[], wanted: Wanted): readonly Clause[] | null {
  const all: Clause[] = [];
  for (const part of parts) {
    const clauses = clausesOf(part, wanted);
    if (clauses === null || all.length + clauses.length > MOST_CLAUSES) return null;
    all.push(...clauses);
  }
  return all;
}

function leafClauses({ test, operator, value }: Extract<Condition, { test: unknown }>, wanted: Wanted): readonly Clause[] {
  const domain = domainOf(test);
  const isTrue = regionOf(operator, value);
  // Of a free field even the type is open, and a comparison with another type is unknown: then little can be told of it.
  const isFree = test.of === 'attribute' || test.of === 'company';
  const isOpen = isFree && (wanted === 'not-false' || (wanted === 'not-true' && (operator === 'is-not' || operator === 'not-in')));
  const region = isTrue === null || isOpen ? untold(wanted) : exact(isTrue, wanted);
  const possible = intersect(domain, region);
  return isEmpty(possible) ? [] : [new Map([[nameOf(test), possible]])];
}

/** A comparison by `known` is never unknown itself; any other is unknown exactly where its value is. */
function exact(isTrue: Region, wanted: Wanted): Region {
  const decidesUnknown = isTrue.unknown || isKnownTest(isTrue);
  switch (wanted) {
    case 'true':
      return isTrue;
    case 'not-true':
      return complement(isTrue);
    case 'false':
      return decidesUnknown ? complement(isTrue) : { ...complement(isTrue), unknown: false };
    case 'not-false':
      return decidesUnknown ? isTrue : { ...isTrue, unknown: true };
  }
}

function isKnownTest({ unknown, numbers, others }: Region): boolean {
  const [range] = numbers;
  const allNumbers = numbers.length === 1 && range?.from === Number.NEGATIVE_INFINITY && range.to === Number.POSITIVE_INFINITY;
  return !unknown && allNumbers && !others.only && others.values.size === 0;
}

/** A comparison by part of a text or by dates: any known value may make it true or false. */
function untold(wanted: Wanted): Region {
  return wanted === 'true' || wanted === 'false' ? { ...ANYTHING, unknown: false } : ANYTHING;
}

function domainOf(subject: Subject): Region {
  switch (subject.of) {
    case 'intent':
      return oneOf(['none', 'low', 'high'], false);
    case 'grade':
      return oneOf(GRADES, true);
    case 'consent':
      return oneOf(['granted', 'withdrawn'], true);
    case 'tag':
    case 'score':
      return A_NUMBER;
    case 'events':
      return subject.measure === 'count'
        ? { ...A_NUMBER, numbers: [{ from: 0, to: Number.POSITIVE_INFINITY, fromOpen: false, toOpen: false }] }
        : ANYTHING;
    case 'attribute':
    case 'company':
    case 'stage':
    case 'pool':
    case 'owner':
    case 'outcome':
      return ANYTHING;
  }
}

/** Every pair of clauses that can be met together. Null: too many to tell. */
function combine(left: readonly Clause[], right: readonly Clause[] | null): readonly Clause[] | null {
  if (right === null || left.length * right.length > MOST_CLAUSES) return null;
  return left.flatMap((one) => right.flatMap((other) => both(one, other)));
}

function both(left: Clause, right: Clause): readonly Clause[] {
  const merged = new Map(left);
  for (const [subject, region] of right) {
    const before = merged.get(subject);
    const together = before === undefined ? region : intersect(before, region);
    if (isEmpty(together)) return [];
    merged.set(subject, together);
  }
  return [merged];
}
