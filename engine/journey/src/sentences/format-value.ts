import type { Instant, Locale } from '../model/index.ts';
import { formatDuration } from '../time/index.ts';
import { fieldInWords, subjectInWords } from './subject-in-words.ts';
import { poolInWords } from './term-in-words.ts';
import { TERMS } from './terms.ts';

/** What a value needs to be written for a reader. */
export interface FormatContext {
  readonly locale: Locale;
  /** IANA zone in which instants are written. */
  readonly timeZone: string;
}

type Value = string | number | boolean | null;

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Writes a point in time in the reader's language and zone, to the minute. An unknown zone is read as UTC. */
export function instantInWords(instant: Instant, { locale, timeZone }: FormatContext): string {
  const key = `${locale} ${timeZone}`;
  const known = clocks.get(key);
  if (known !== undefined) return known.format(instant);
  const clock = clockFor(locale, timeZone);
  clocks.set(key, clock);
  return clock.format(instant);
}

function clockFor(locale: Locale, timeZone: string): Intl.DateTimeFormat {
  const style = { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' } as const;
  try {
    return new Intl.DateTimeFormat(locale, { ...style, timeZone });
  } catch {
    return new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' });
  }
}

/** The formats a placeholder may name. A value of another type than the format expects is written as it is. */
export const FORMATS: { readonly [format: string]: (value: Value, context: FormatContext) => string } = {
  instant: (value, context) => (typeof value === 'number' ? instantInWords(value, context) : plain(value)),
  duration: (value, { locale }) => (typeof value === 'number' ? formatDuration(value, locale) : plain(value)),
  number: (value, { locale }) => (typeof value === 'number' ? value.toLocaleString(locale, { maximumFractionDigits: 2 }) : plain(value)),
  signed: (value, { locale }) =>
    typeof value === 'number' ? value.toLocaleString(locale, { signDisplay: 'exceptZero', maximumFractionDigits: 2 }) : plain(value),
  percent: (value, { locale }) =>
    typeof value === 'number' ? value.toLocaleString(locale, { style: 'percent', maximumFractionDigits: 1 }) : plain(value),
  /** A word of the fixed vocabulary, such as a pool or an event name; any other word stays itself. */
  term: (value, { locale }) => (typeof value === 'string' ? (TERMS[value]?.[locale] ?? value) : plain(value)),
  pool: (value, { locale }) => (typeof value === 'string' ? poolInWords(value, locale) : plain(value)),
  /** A lead field by its key. */
  field: (value, { locale }) => (typeof value === 'string' ? fieldInWords(value, locale) : plain(value)),
  /** What a condition is about, by its key. */
  subject: (value, { locale }) => (typeof value === 'string' ? subjectInWords(value, locale) : plain(value)),
  /** Several words of the vocabulary, separated by `|` in the value. */
  terms: (value, { locale }) =>
    typeof value === 'string'
      ? value
          .split('|')
          .map((word) => TERMS[word]?.[locale] ?? word)
          .join(locale === 'en' ? ', ' : '、')
      : plain(value),
};

/** Writes a value without a format. */
export function plain(value: Value): string {
  return value === null ? '–' : String(value);
}
