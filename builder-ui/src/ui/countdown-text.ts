import { DAY, HOUR, type Locale, MINUTE, SECOND } from '@tendril/journey/model';

/** Tells a length of time (ms, sign ignored) in as little room as it takes: `02:41` under an hour, `4h 10m`, `3d 22h`. */
export function countdownText(ms: number, locale: Locale): string {
  const length = Math.abs(ms);
  if (length < HOUR) return `${two(Math.floor(length / MINUTE))}:${two(Math.floor((length % MINUTE) / SECOND))}`;
  if (length < DAY) return pair([length / HOUR, 'hour'], [(length % HOUR) / MINUTE, 'minute'], locale);
  return pair([length / DAY, 'day'], [(length % DAY) / HOUR, 'hour'], locale);
}

type Amount = readonly [count: number, unit: 'day' | 'hour' | 'minute'];

const two = (value: number) => String(value).padStart(2, '0');

function pair(large: Amount, small: Amount, locale: Locale): string {
  const text = ([count, unit]: Amount) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'narrow', roundingMode: 'trunc', maximumFractionDigits: 0 }).format(count);
  return small[0] < 1 ? text(large) : `${text(large)} ${text(small)}`;
}
