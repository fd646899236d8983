import { DAY, HOUR, type Locale, MINUTE, type Millis, SECOND } from '../model/index.ts';

interface Unit {
  readonly ms: Millis;
  readonly short: string;
  readonly zh: string;
  readonly one: string;
  readonly many: string;
}

const UNITS: readonly Unit[] = [
  { ms: DAY, short: 'd', zh: '天', one: 'day', many: 'days' },
  { ms: HOUR, short: 'h', zh: '小时', one: 'hour', many: 'hours' },
  { ms: MINUTE, short: 'm', zh: '分钟', one: 'minute', many: 'minutes' },
  { ms: SECOND, short: 's', zh: '秒', one: 'second', many: 'seconds' },
  { ms: 1, short: 'ms', zh: '毫秒', one: 'millisecond', many: 'milliseconds' },
];

/** The one spelling that documents keep, such as `1d 4h`; zero is `0m`. Reading it back gives the same milliseconds. */
export function canonicalDuration(ms: Millis): string {
  return split(ms)
    .map(({ count, unit }) => `${count}${unit.short}`)
    .join(' ');
}

/** A length of time for people: `1 天 4 小时`, `1 day 4 hours`. */
export function formatDuration(ms: Millis, locale: Locale): string {
  return split(ms)
    .map(({ count, unit }) => `${count} ${locale === 'zh-CN' ? unit.zh : count === 1 ? unit.one : unit.many}`)
    .join(' ');
}

/** Days and below, largest first, without zeros. A day here is 24 hours. */
function split(ms: Millis): readonly { readonly count: number; readonly unit: Unit }[] {
  const parts: { count: number; unit: Unit }[] = [];
  let left = Math.max(0, Math.round(ms));
  for (const unit of UNITS) {
    const count = Math.floor(left / unit.ms);
    left -= count * unit.ms;
    if (count > 0) parts.push({ count, unit });
  }
  const zero = UNITS.find((unit) => unit.ms === MINUTE);
  return parts.length > 0 || zero === undefined ? parts : [{ count: 0, unit: zero }];
}
