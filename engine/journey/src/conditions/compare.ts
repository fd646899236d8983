import type { Instant, Json, Operator, Truth } from '../model/index.ts';
import { DAY } from '../model/index.ts';
import { parseInstant } from '../time/index.ts';
import { not } from './truth.ts';

/** What a leaf found: a value, an instant, nothing known, or an event that is known never to have happened. */
export type Found =
  | { readonly kind: 'value'; readonly value: Json }
  | { readonly kind: 'instant'; readonly at: Instant }
  | { readonly kind: 'missing' }
  | { readonly kind: 'never' };

/** When and where a comparison is made. */
export interface Moment {
  /** NaN if there is no now: then nothing is known of a number of days ago. */
  readonly now: Instant;
  /** Zone in which a date without a time is a day. */
  readonly timeZone: string;
}

/**
 * Applies an operator. Nothing is coerced: values of different types cannot be compared, so the answer is unknown.
 * An event that never happened was neither before, nor after, nor within any time.
 */
export function compare(found: Found, operator: Operator, operand: Json | undefined, moment: Moment): Truth {
  switch (operator) {
    case 'known':
      return isKnown(found);
    case 'unknown':
      return !isKnown(found);
    case 'is':
      return onValue(found, (value) => equal(value, operand));
    case 'is-not':
      return not(onValue(found, (value) => equal(value, operand)));
    case 'in':
      return onValue(found, (value) => among(value, operand));
    case 'not-in':
      return not(onValue(found, (value) => among(value, operand)));
    case 'contains':
      return onValue(found, (value) => contains(value, operand));
    case 'not-contains':
      return not(onValue(found, (value) => contains(value, operand)));
    case 'starts-with':
      return onText(found, operand, (text, part) => text.startsWith(part));
    case 'ends-with':
      return onText(found, operand, (text, part) => text.endsWith(part));
    case 'lt':
      return onNumbers(found, operand, (value, limit) => value < limit);
    case 'lte':
      return onNumbers(found, operand, (value, limit) => value <= limit);
    case 'gt':
      return onNumbers(found, operand, (value, limit) => value > limit);
    case 'gte':
      return onNumbers(found, operand, (value, limit) => value >= limit);
    case 'between':
      return between(found, operand);
    case 'before':
      return onDates(found, operand, moment, (at, limit) => at < limit);
    case 'after':
      return onDates(found, operand, moment, (at, limit) => at > limit);
    case 'within-days':
      return withinDays(found, operand, moment);
    case 'not-within-days':
      return not(withinDays(found, operand, moment));
  }
}

function isKnown(found: Found): boolean {
  return found.kind === 'instant' || (found.kind === 'value' && found.value !== null);
}

function onValue(found: Found, test: (value: Json) => Truth): Truth {
  return found.kind === 'value' && found.value !== null ? test(found.value) : 'unknown';
}

function equal(value: Json, operand: Json | undefined): Truth {
  return isScalar(value) && typeof value === typeof operand ? value === operand : 'unknown';
}

function among(value: Json, operand: Json | undefined): Truth {
  if (!isScalar(value) || !Array.isArray(operand)) return 'unknown';
  const comparable = operand.filter((item) => typeof item === typeof value);
  return comparable.length === 0 ? 'unknown' : comparable.includes(value);
}

/** A text contains a part, whatever the case of A–Z; a list contains exactly this element. */
function contains(value: Json, operand: Json | undefined): Truth {
  if (typeof operand !== 'string') return 'unknown';
  if (typeof value === 'string') return foldCase(value).includes(foldCase(operand));
  return Array.isArray(value) ? value.includes(operand) : 'unknown';
}

function onText(found: Found, operand: Json | undefined, test: (text: string, part: string) => boolean): Truth {
  return onValue(found, (value) => (typeof value === 'string' && typeof operand === 'string' ? test(foldCase(value), foldCase(operand)) : 'unknown'));
}

function onNumbers(found: Found, operand: Json | undefined, test: (value: number, limit: number) => boolean): Truth {
  return onValue(found, (value) => (typeof value === 'number' && typeof operand === 'number' ? test(value, operand) : 'unknown'));
}

function between(found: Found, operand: Json | undefined): Truth {
  const [low, high] = Array.isArray(operand) ? operand : [];
  if (typeof low !== 'number' || typeof high !== 'number') return 'unknown';
  return onNumbers(found, low, (value) => value >= low && value <= high);
}

function onDates(found: Found, operand: Json | undefined, moment: Moment, test: (at: Instant, limit: Instant) => boolean): Truth {
  const limit = typeof operand === 'string' ? parseInstant(operand, moment.timeZone) : null;
  if (limit === null) return 'unknown';
  return onInstant(found, moment, (at) => test(at, limit));
}

/** The last so many days up to now; a negative number means the next so many days from now. */
function withinDays(found: Found, operand: Json | undefined, moment: Moment): Truth {
  if (typeof operand !== 'number' || Number.isNaN(moment.now)) return 'unknown';
  const other = moment.now - operand * DAY;
  const [from, to] = other < moment.now ? [other, moment.now] : [moment.now, other];
  return onInstant(found, moment, (at) => at >= from && at <= to);
}

function onInstant(found: Found, moment: Moment, test: (at: Instant) => boolean): Truth {
  if (found.kind === 'never') return false;
  if (found.kind === 'instant') return test(found.at);
  return onValue(found, (value) => {
    const at = typeof value === 'string' ? parseInstant(value, moment.timeZone) : null;
    return at === null ? 'unknown' : test(at);
  });
}

function isScalar(value: Json): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** Only A–Z, so that the database can do the very same without knowing a language. */
function foldCase(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
