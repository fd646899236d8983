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
  /** Relative up to a week, then the date. `now` is the workspace's instant. */
  when(at: string | number, now: number): string;
  /** Full date and time in the reader's zone, for hovering. */
  exact(at: string | number): string;
  /** Date and time without the year and seconds. */
  short(at: string | number): string;
  /** A length of time in its two largest units: 2 d 21 h. */
  duration(ms: number): string;
}

const instant = (at: string | number): number => (typeof at === 'number' ? at : Date.parse(at));

const unitFormats = (locale: Locale) => {
  const unit = (name: 'day' | 'hour' | 'minute' | 'second') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: locale === 'en' ? 'short' : 'long', maximumFractionDigits: 0 });
  return [
    [DAY, unit('day')],
    [HOUR, unit('hour')],
    [MINUTE, unit('minute')],
    [1_000, unit('second')],
  ] as const;
};

/** Makes the formats of one language. `timeZone` defaults to the reader's own. */
export function createFormat(locale: Locale, timeZone?: string): Format {
  const zone = timeZone === undefined ? {} : { timeZone };
  const number = new Intl.NumberFormat(locale);
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  const day = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', day: 'numeric', ...zone });
  const full = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium', ...zone });
  const brief = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...zone });
  const units = unitFormats(locale);
  return {
    locale,
    count: (value) => number.format(value),
    percent: (value) => share.format(value),
    when: (at, now) => {
      const distance = instant(at) - now;
      const size = Math.abs(distance);
      if (size < MINUTE) return relative.format(0, 'second');
      if (size < HOUR) return relative.format(Math.round(distance / MINUTE), 'minute');
      if (size < DAY) return relative.format(Math.round(distance / HOUR), 'hour');
      if (size < 7 * DAY) return relative.format(Math.round(distance / DAY), 'day');
      return day.format(instant(at));
    },
    exact: (at) => full.format(instant(at)),
    short: (at) => brief.format(instant(at)),
    duration: (ms) => {
      let left = Math.max(0, ms);
      const parts: string[] = [];
      for (const [size, unit] of units) {
        const amount = Math.floor(left / size);
        if (amount > 0 && parts.length < 2) parts.push(unit.format(amount));
        else if (parts.length > 0) break;
        left -= amount * size;
      }
      return parts.length > 0 ? parts.join(' ') : (units.at(-1)?.[1].format(0) ?? '0');
    },
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
