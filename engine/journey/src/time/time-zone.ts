import { DAY, HOUR, type Instant, MINUTE, type Millis, SECOND } from '../model/index.ts';
import { instantInUtc, type WallClock, wallClockInUtc } from './calendar-day.ts';

/** Building a formatter costs a thousand times more than using it. */
const formatters = new Map<string, Intl.DateTimeFormat | null>();

function formatterOf(zone: string): Intl.DateTimeFormat | null {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  let made: Intl.DateTimeFormat | null = null;
  try {
    made = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    // Intl throws a RangeError for a zone it does not know; the caller falls back along its chain.
  }
  formatters.set(zone, made);
  return made;
}

/** Whether this is an IANA time zone such as `Asia/Shanghai`. */
export function isTimeZone(zone: string): boolean {
  return formatterOf(zone) !== null;
}

/**
 * The first usable zone of a fallback chain, such as lead → company → journey → workspace. UTC if none is.
 */
export function resolveTimeZone(...chain: readonly (string | null | undefined)[]): string {
  return chain.find((zone) => typeof zone === 'string' && isTimeZone(zone)) ?? 'UTC';
}

/** What a clock on the wall in this zone shows at an instant. An unknown zone counts as UTC. */
export function wallClockAt(instant: Instant, zone: string): WallClock {
  return wallClockInUtc(instant + offsetAt(instant, zone));
}

/**
 * The instant at which a clock in this zone shows this. When clocks go back and a time comes twice, the first of the two;
 * when they go forward and it is left out, as much later as they went forward.
 */
export function instantAt(wall: WallClock, zone: string): Instant {
  const local = instantInUtc(wall);
  const before = offsetAt(local - DAY, zone);
  const after = offsetAt(local + DAY, zone);
  const [earlier, later] = before > after ? [before, after] : [after, before];
  if (local - earlier + offsetAt(local - earlier, zone) === local) return local - earlier;
  if (local - later + offsetAt(local - later, zone) === local) return local - later;
  return local - before;
}

/** How far clocks in this zone are ahead of UTC at an instant, in ms. */
function offsetAt(instant: Instant, zone: string): Millis {
  const formatter = formatterOf(zone);
  if (formatter === null || zone === 'UTC') return 0;
  const fields: Record<string, number> = {};
  for (const { type, value } of formatter.formatToParts(instant)) fields[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = fields;
  const shown = instantInUtc({ year, month, day, time: hour * HOUR + minute * MINUTE + second * SECOND });
  return shown - Math.floor(instant / SECOND) * SECOND;
}
