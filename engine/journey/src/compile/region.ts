import type { Json, Operator } from '../model/index.ts';

/** A range of numbers, both ends included unless open. */
interface Range {
  readonly from: number;
  readonly to: number;
  readonly fromOpen: boolean;
  readonly toOpen: boolean;
}

/**
 * Which values a subject may have: unknown or not, which numbers, which other values (texts and booleans as JSON).
 * Where a set cannot be told exactly it is taken too large, so that "empty" is always true when it is said.
 */
export interface Region {
  readonly unknown: boolean;
  readonly numbers: readonly Range[];
  /** `only`: exactly these; otherwise all but these. */
  readonly others: { readonly only: boolean; readonly values: ReadonlySet<string> };
}

const NONE: ReadonlySet<string> = new Set();
const ALL_NUMBERS: readonly Range[] = [{ from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY, fromOpen: false, toOpen: false }];
const NO_OTHERS = { only: true, values: NONE } as const;
const ALL_OTHERS = { only: false, values: NONE } as const;

/** Everything a subject could be. */
export const ANYTHING: Region = { unknown: true, numbers: ALL_NUMBERS, others: ALL_OTHERS };

/** A subject that has one of these texts, or is unknown if that is possible. */
export function oneOf(values: readonly string[], unknown: boolean): Region {
  return { unknown, numbers: [], others: { only: true, values: new Set(values.map((value) => JSON.stringify(value))) } };
}

/** A subject that is a known number. */
export const A_NUMBER: Region = { unknown: false, numbers: ALL_NUMBERS, others: NO_OTHERS };

/** Nothing at all. */
export function isEmpty({ unknown, numbers, others }: Region): boolean {
  return !unknown && numbers.length === 0 && others.only && others.values.size === 0;
}

/** The values in both. */
export function intersect(left: Region, right: Region): Region {
  const numbers = left.numbers.flatMap((one) => right.numbers.flatMap((other) => overlap(one, other)));
  return { unknown: left.unknown && right.unknown, numbers, others: intersectOthers(left.others, right.others) };
}

/** The values for which a comparison is true. Null if that cannot be told, which is not the same as all of them. */
export function regionOf(operator: Operator, value: Json | undefined): Region | null {
  const known = (numbers: readonly Range[], others: Region['others']): Region => ({ unknown: false, numbers, others });
  switch (operator) {
    case 'is':
      return value === undefined ? null : regionOfValues([value], true);
    case 'is-not':
      return value === undefined ? null : regionOfValues([value], false);
    case 'in':
      return Array.isArray(value) ? regionOfValues(value, true) : null;
    case 'not-in':
      return Array.isArray(value) ? regionOfValues(value, false) : null;
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte':
      return typeof value === 'number' ? known([rangeOf(operator, value)], NO_OTHERS) : null;
    case 'between':
      return betweenRegion(value);
    case 'known':
      return known(ALL_NUMBERS, ALL_OTHERS);
    case 'unknown':
      return { unknown: true, numbers: [], others: NO_OTHERS };
    case 'contains':
    case 'not-contains':
    case 'starts-with':
    case 'ends-with':
    case 'before':
    case 'after':
    case 'within-days':
    case 'not-within-days':
      return null;
  }
}

/** The values not in a region. */
export function complement({ unknown, numbers, others }: Region): Region {
  return { unknown: !unknown, numbers: complementNumbers(numbers), others: { only: !others.only, values: others.values } };
}

function regionOfValues(values: readonly Json[], wanted: boolean): Region {
  const points = values
    .filter((value) => typeof value === 'number')
    .map((value): Range => ({ from: value, to: value, fromOpen: false, toOpen: false }));
  const texts = new Set(values.filter((value) => typeof value !== 'number').map((value) => JSON.stringify(value)));
  const numbers = wanted ? points : complementNumbers(points);
  return { unknown: false, numbers, others: { only: wanted, values: texts } };
}

function rangeOf(operator: 'lt' | 'lte' | 'gt' | 'gte', value: number): Range {
  const below = operator === 'lt' || operator === 'lte';
  return {
    from: below ? Number.NEGATIVE_INFINITY : value,
    to: below ? value : Number.POSITIVE_INFINITY,
    fromOpen: operator === 'gt',
    toOpen: operator === 'lt',
  };
}

function betweenRegion(value: Json | undefined): Region | null {
  if (!Array.isArray(value)) return null;
  const [from, to] = value as readonly Json[];
  if (typeof from !== 'number' || typeof to !== 'number') return null;
  return { unknown: false, numbers: [{ from, to, fromOpen: false, toOpen: false }], others: NO_OTHERS };
}

function overlap(left: Range, right: Range): readonly Range[] {
  const lower = left.from > right.from || (left.from === right.from && left.fromOpen) ? left : right;
  const upper = left.to < right.to || (left.to === right.to && left.toOpen) ? left : right;
  const range = { from: lower.from, to: upper.to, fromOpen: lower.fromOpen, toOpen: upper.toOpen };
  const isThere = range.from < range.to || (range.from === range.to && !range.fromOpen && !range.toOpen);
  return isThere ? [range] : [];
}

function complementNumbers(ranges: readonly Range[]): readonly Range[] {
  return ranges.reduce<readonly Range[]>((left, { from, to, fromOpen, toOpen }) => {
    const below: Range = { from: Number.NEGATIVE_INFINITY, to: from, fromOpen: false, toOpen: !fromOpen };
    const above: Range = { from: to, to: Number.POSITIVE_INFINITY, fromOpen: !toOpen, toOpen: false };
    const outside = [...(from === Number.NEGATIVE_INFINITY ? [] : [below]), ...(to === Number.POSITIVE_INFINITY ? [] : [above])];
    return left.flatMap((one) => outside.flatMap((other) => overlap(one, other)));
  }, ALL_NUMBERS);
}

function intersectOthers(left: Region['others'], right: Region['others']): Region['others'] {
  if (left.only && right.only) return { only: true, values: new Set([...left.values].filter((value) => right.values.has(value))) };
  if (left.only) return { only: true, values: new Set([...left.values].filter((value) => !right.values.has(value))) };
  if (right.only) return intersectOthers(right, left);
  return { only: false, values: new Set([...left.values, ...right.values]) };
}
