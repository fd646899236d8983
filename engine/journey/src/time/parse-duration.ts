import { DAY, HOUR, MINUTE, type Millis, SECOND } from '../model/index.ts';

const WEEK: Millis = 7 * DAY;

/** Every spelling of a unit that people type, in English and Chinese. */
const UNITS: ReadonlyMap<string, Millis> = new Map<string, Millis>([
  ...spell(1, ['ms', 'millisecond', 'milliseconds', '毫秒']),
  ...spell(SECOND, ['s', 'sec', 'secs', 'second', 'seconds', '秒', '秒钟']),
  ...spell(MINUTE, ['m', 'min', 'mins', 'minute', 'minutes', '分', '分钟']),
  ...spell(HOUR, ['h', 'hr', 'hrs', 'hour', 'hours', '时', '小时', '个小时', '钟头', '个钟头']),
  ...spell(DAY, ['d', 'day', 'days', '天', '日']),
  ...spell(WEEK, ['w', 'wk', 'wks', 'week', 'weeks', '周', '星期', '个星期', '礼拜', '个礼拜']),
]);

function spell(ms: Millis, words: readonly string[]): readonly (readonly [string, Millis])[] {
  return words.map((word) => [word, ms] as const);
}

const words = [...UNITS.keys()].sort((left, right) => right.length - left.length).join('|');
const PART = new RegExp(`(\\d+(?:\\.\\d+)?)\\s*(${words})(?![a-z])`, 'y');
const BETWEEN = /[\s,，、]*(?:and(?![a-z])|又|零)?[\s,，、]*/y;

/**
 * Reads a length of time as people write it: `3d`, `1d 4h`, `3 天`, `2 days and 4 hours`, `90m`. Full-width digits are
 * understood. Each unit may occur once; the whole must be a whole number of milliseconds.
 * @returns Milliseconds, or null if the text is not a length of time.
 */
export function parseDuration(text: string): Millis | null {
  const input = text.normalize('NFKC').trim().toLowerCase();
  const seen = new Set<Millis>();
  let total = 0;
  let at = 0;
  do {
    at = seen.size === 0 ? 0 : skip(BETWEEN, input, at);
    PART.lastIndex = at;
    const part = PART.exec(input);
    const unit = UNITS.get(part?.[2] ?? '');
    if (part === null || unit === undefined || seen.has(unit)) return null;
    seen.add(unit);
    total += Number(part[1]) * unit;
    at = PART.lastIndex;
  } while (at < input.length);
  const rounded = Math.round(total);
  // 1.1 h is 3,960,000.0000000005 ms in floating point: forgive the last bits.
  return Math.abs(total - rounded) < 1e-6 && Number.isSafeInteger(rounded) ? rounded : null;
}

function skip(pattern: RegExp, input: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(input) ? pattern.lastIndex : from;
}
