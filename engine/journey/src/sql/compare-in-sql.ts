import type { Instant, Json, Operator } from '../model/index.ts';
import { DAY } from '../model/index.ts';
import { formatInstant, parseInstant } from '../time/index.ts';
import type { Bindings } from './bindings.ts';
import { dateInSql } from './date-in-sql.ts';
import { type FoundInSql, UNKNOWN_IN_SQL } from './found-in-sql.ts';

/** What a comparison needs besides its two sides. */
export interface SqlMoment {
  readonly bindings: Bindings;
  readonly now: Instant;
  /** Zone in which a date without a time is a day. */
  readonly timeZone: string;
}

/** The comparison as a boolean expression that is null where the answer is not known. Means what `compare` means in memory. */
export function compareInSql(found: FoundInSql, operator: Operator, operand: Json | undefined, moment: SqlMoment): string {
  switch (operator) {
    case 'known':
      return `(${found.sql}) is not null`;
    case 'unknown':
      return `(${found.sql}) is null`;
    case 'is':
    case 'in':
      return among(found, operator === 'is' ? [operand ?? null] : operand, moment);
    case 'is-not':
    case 'not-in':
      return `not (${among(found, operator === 'is-not' ? [operand ?? null] : operand, moment)})`;
    case 'contains':
      return contains(found, operand, moment);
    case 'not-contains':
      return `not (${contains(found, operand, moment)})`;
    case 'starts-with':
      return onText(found, operand, moment, (text, part) => `starts_with(${text}, ${part})`);
    case 'ends-with':
      return onText(found, operand, moment, (text, part) => `right(${text}, length(${part})) = ${part}`);
    case 'lt':
      return onNumber(found, operand, moment, '<');
    case 'lte':
      return onNumber(found, operand, moment, '<=');
    case 'gt':
      return onNumber(found, operand, moment, '>');
    case 'gte':
      return onNumber(found, operand, moment, '>=');
    case 'between':
      return between(found, operand, moment);
    case 'before':
      return onDate(found, operand, moment, '<');
    case 'after':
      return onDate(found, operand, moment, '>');
    case 'within-days':
      return withinDays(found, operand, moment);
    case 'not-within-days':
      return `not (${withinDays(found, operand, moment)})`;
  }
}

/** Equality with one of several values of the same type; with none of that type there is nothing to compare. */
function among({ kind, sql }: FoundInSql, operand: Json | undefined, { bindings }: SqlMoment): string {
  const options: readonly Json[] = Array.isArray(operand) ? operand : [];
  const texts = options.filter((option) => typeof option === 'string');
  const numbers = options.filter((option) => typeof option === 'number');
  const booleans = options.filter((option) => typeof option === 'boolean');
  const cases: string[] = [];
  if (kind === 'text' && texts.length > 0) return `(${sql}) = any(${bindings.bind(texts, 'text[]')})`;
  if (kind === 'number' && numbers.length > 0) return `(${sql}) = any(${bindings.bind(numbers, 'float8[]')})`;
  if (kind !== 'json') return UNKNOWN_IN_SQL;
  if (texts.length > 0) cases.push(`when 'string' then (${sql}) #>> '{}' = any(${bindings.bind(texts, 'text[]')})`);
  if (numbers.length > 0) cases.push(`when 'number' then (${sql})::float8 = any(${bindings.bind(numbers, 'float8[]')})`);
  if (booleans.length > 0)
    cases.push(`when 'boolean' then (${sql})::boolean in (${booleans.map((option) => bindings.bind(option, 'boolean')).join(', ')})`);
  return cases.length === 0 ? UNKNOWN_IN_SQL : `case jsonb_typeof(${sql}) ${cases.join(' ')} end`;
}

function contains(found: FoundInSql, operand: Json | undefined, moment: SqlMoment): string {
  if (typeof operand !== 'string') return UNKNOWN_IN_SQL;
  const inText = onText(found, operand, moment, (text, part) => `strpos(${text}, ${part}) > 0`);
  if (found.kind !== 'json') return inText;
  const element = moment.bindings.bind(operand, 'text');
  return `case jsonb_typeof(${found.sql}) when 'array' then (${found.sql}) @> jsonb_build_array(${element}) else ${inText} end`;
}

/** Texts are compared whatever the case of A–Z: in the collation "C", lower() changes those letters only. */
function onText({ kind, sql }: FoundInSql, operand: Json | undefined, { bindings }: SqlMoment, test: (text: string, part: string) => string): string {
  if (typeof operand !== 'string' || kind === 'number' || kind === 'instant') return UNKNOWN_IN_SQL;
  const part = folded(bindings.bind(operand, 'text'));
  if (kind === 'text') return test(folded(sql), part);
  return `case jsonb_typeof(${sql}) when 'string' then ${test(folded(`(${sql}) #>> '{}'`), part)} end`;
}

function folded(text: string): string {
  return `lower((${text}) collate "C")`;
}

function onNumber(found: FoundInSql, operand: Json | undefined, { bindings }: SqlMoment, sign: string): string {
  if (typeof operand !== 'number') return UNKNOWN_IN_SQL;
  return whereNumber(found, (number) => `${number} ${sign} ${bindings.bind(operand, 'float8')}`);
}

function between(found: FoundInSql, operand: Json | undefined, { bindings }: SqlMoment): string {
  const [low, high] = Array.isArray(operand) ? operand : [];
  if (typeof low !== 'number' || typeof high !== 'number') return UNKNOWN_IN_SQL;
  return whereNumber(found, (number) => `${number} between ${bindings.bind(low, 'float8')} and ${bindings.bind(high, 'float8')}`);
}

function whereNumber({ kind, sql }: FoundInSql, test: (number: string) => string): string {
  if (kind === 'number') return `(${test(`(${sql})`)})`;
  return kind === 'json' ? `case jsonb_typeof(${sql}) when 'number' then ${test(`(${sql})::float8`)} end` : UNKNOWN_IN_SQL;
}

function onDate(found: FoundInSql, operand: Json | undefined, moment: SqlMoment, sign: '<' | '>'): string {
  const limit = typeof operand === 'string' ? parseInstant(operand, moment.timeZone) : null;
  if (limit === null) return UNKNOWN_IN_SQL;
  return whereInstant(found, moment, (at) => `${at} ${sign} ${bindInstant(moment.bindings, limit)}`);
}

function withinDays(found: FoundInSql, operand: Json | undefined, moment: SqlMoment): string {
  if (typeof operand !== 'number') return UNKNOWN_IN_SQL;
  const { now, bindings } = moment;
  const other = now - operand * DAY;
  // Stored times are whole milliseconds, so rounding the limits inwards changes nothing.
  const [from, to] = other < now ? [Math.ceil(other), Math.floor(now)] : [Math.ceil(now), Math.floor(other)];
  return whereInstant(found, moment, (at) => `${at} between ${bindInstant(bindings, from)} and ${bindInstant(bindings, to)}`);
}

function whereInstant({ kind, sql }: FoundInSql, { bindings, timeZone }: SqlMoment, test: (at: string) => string): string {
  if (kind === 'instant') return `coalesce(${test(`(${sql})`)}, false)`;
  if (kind === 'number') return UNKNOWN_IN_SQL;
  const text = kind === 'text' ? sql : `case jsonb_typeof(${sql}) when 'string' then (${sql}) #>> '{}' end`;
  return `(${test(dateInSql(text, bindings.bind(timeZone, 'text')))})`;
}

/** An instant as a parameter. */
export function bindInstant(bindings: Bindings, at: Instant): string {
  return bindings.bind(formatInstant(at), 'timestamptz');
}
