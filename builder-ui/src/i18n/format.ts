import type { Locale } from '@tendril/journey/model';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { toLocale } from './locale.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Numbers, dates and lengths of time as the reader's language writes them. Instants are ms since 1970 or ISO strings. */
export interface Format {
  readonly locale: Locale;
  /** 1,284 */
  count(value: number): string;
  /** 38 % of 0.38 */
  percent(share: number): string;
  /** Relative up to a week, counting calendar days from a day on; then the date, with its year where it is another one. `now` is the workspace's instant. */
  when(at: string | number, now: number): string;
  /** Full date and time in the reader's zone, for hovering. */
  exact(at: string | number): string;
  /** Date and time without the year and seconds. */
  short(at: string | number): string;
  /** A length of time in its two largest units: 2 d 21 h. */
  duration(ms: number): string;
}

const instant = (at: string | number): number => (typeof at === 'number' ? at : Date.parse(at));

/** Reads calendar days in one zone: how many lie between two instants, and whether both are in one year. */
function calendarOf(zone: { readonly timeZone?: string }) {
  const parts = new Intl.DateTimeFormat('en', { year: 'numeric', month: 'numeric', day: 'numeric', ...zone });
  const read = (at: number) => {
    const found = new Map(parts.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const [year = 0, month = 1, day = 1] = [found.get('year'), found.get('month'), found.get('day')];
    return { year, day: Date.UTC(year, month - 1, day) / DAY };
  };
  return {
    daysBetween: (from: number, to: number): number => read(to).day - read(from).day,
    sameYear: (one: number, other: number): boolean => read(one).year === read(other).year,
  };
}

/** Units of a length of time, largest first, as a reader's language writes them after a number and a space. */
const UNITS: readonly (readonly [size: number, name: Readonly<Record<Locale, string>>])[] = [
  [DAY, { 'zh-CN': '天', en: 'd' }],
  [HOUR, { 'zh-CN': '小时', en: 'h' }],
  [MINUTE, { 'zh-CN': '分钟', en: 'min' }],
  [1_000, { 'zh-CN': '秒', en: 's' }],
];

/** A length of time (ms) in its two largest units. */
function durationIn(locale: Locale, number: Intl.NumberFormat, ms: number): string {
  let left = Math.max(0, ms);
  const parts: string[] = [];
  for (const [size, name] of UNITS) {
    const amount = Math.floor(left / size);
    if (amount > 0) parts.push(`${number.format(amount)} ${name[locale]}`);
    else if (parts.length > 0) break;
    if (parts.length === 2) break;
    left -= amount * size;
  }
  return parts.length > 0 ? parts.join(' ') : `0 ${UNITS.at(-1)?.[1][locale]}`;
}

/** Makes the formats of one language. `timeZone` defaults to the reader's own. */
export function createFormat(locale: Locale, timeZone?: string): Format {
  const zone = timeZone === undefined ? {} : { timeZone };
  const number = new Intl.NumberFormat(locale);
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  // English readers outside the United States write the day first; it is also shorter.
  const dates = locale === 'en' ? 'en-GB' : locale;
  const day = new Intl.DateTimeFormat(dates, { year: 'numeric', month: 'short', day: 'numeric', ...zone });
  const dayOfYear = new Intl.DateTimeFormat(dates, { month: 'short', day: 'numeric', ...zone });
  const full = new Intl.DateTimeFormat(dates, { dateStyle: 'medium', timeStyle: 'medium', ...zone });
  const brief = new Intl.DateTimeFormat(dates, { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...zone });
  const calendar = calendarOf(zone);
  return {
    locale,
    count: (value) => number.format(value),
    percent: (value) => share.format(value),
    when: (at, now) => {
      const distance = instant(at) - now;
      const size = Math.abs(distance);
      if (size < MINUTE) return relative.format(0, 'second');
      if (size < HOUR) return relative.format(Math.trunc(distance / MINUTE), 'minute');
      if (size < DAY) return relative.format(Math.trunc(distance / HOUR), 'hour');
      if (size < 7 * DAY) return relative.format(calendar.daysBetween(now, instant(at)), 'day');
      return (calendar.sameYear(instant(at), now) ? dayOfYear : day).format(instant(at));
    },
    exact: (at) => full.format(instant(at)),
    short: (at) => brief.format(instant(at)),
    duration: (ms) => durationIn(locale, number, ms),
  };
}

/** The formats of the reader's language. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  const locale = toLocale(i18n.resolvedLanguage) ?? 'en';
  return useMemo(() => createFormat(locale), [locale]);
}

/** The reader's language. */
export const useLocale = (): Locale => useFormat().locale;
