/** A wall-clock time, as people write it down without saying where. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/**
 * The UTC instant (ms) at which clocks in an IANA zone show the wall time; null if there is no such day or hour.
 * A time that a clock change skips is taken an hour later, one that occurs twice is taken the first time.
 */
export function zonedInstant(wall: WallTime, timeZone: string): number | null {
  const asUtc = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);
  const back = new Date(asUtc);
  const sameDay = back.getUTCFullYear() === wall.year && back.getUTCMonth() === wall.month - 1 && back.getUTCDate() === wall.day;
  if (!sameDay || wall.hour > 23 || wall.minute > 59 || wall.second > 59) return null;
  const first = asUtc - offsetAt(asUtc, timeZone);
  return asUtc - offsetAt(first, timeZone);
}

function offsetAt(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const read = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const shown = Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'), read('second'));
  return shown - Math.floor(instant / 1000) * 1000;
}
