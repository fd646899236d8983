import type { Instant, Millis } from '../model/index.ts';
import { addDays, type CalendarDay, daysInMonth } from './calendar-day.ts';
import { parseInstant } from './parse-instant.ts';
import { instantAt, wallClockAt } from './time-zone.ts';

/**
 * So many calendar days later, at the same time of day or at `time` (ms since midnight). "In 1 day at 09:00" means
 * tomorrow at 09:00, however few hours that is; "wait 24 hours" is plain addition of milliseconds.
 */
export function addCalendarDays(from: Instant, days: number, zone: string, time?: Millis): Instant {
  const wall = wallClockAt(from, zone);
  return instantAt({ ...addDays(wall, days), time: time ?? wall.time }, zone);
}

/** The next instant, not before `from`, at which clocks in the zone show this time of day (ms since midnight). */
export function nextTimeOfDay(from: Instant, time: Millis, zone: string): Instant {
  const today = addCalendarDays(from, 0, zone, time);
  return today >= from ? today : addCalendarDays(from, 1, zone, time);
}

/**
 * A date as people keep it in a field, moved by calendar days. `time` (ms since midnight) sets the time of that day;
 * without it the date keeps its own, which is midnight for a date alone.
 * @returns null if the text is no date.
 */
export function shiftDate(text: string, days: number, zone: string, time?: Millis): Instant | null {
  const at = parseInstant(text, zone);
  return at === null ? null : addCalendarDays(at, days, zone, time);
}

/**
 * The next time, not before `from`, that a day of the year comes round, moved by `days` and at `time` (ms since midnight).
 * 29 February counts as 28 February in ordinary years.
 */
export function nextYearly(
  { month, day }: { readonly month: number; readonly day: number },
  from: Instant,
  zone: string,
  { days = 0, time = 0 }: { readonly days?: number; readonly time?: Millis } = {},
): Instant {
  const thisYear = wallClockAt(from, zone).year;
  // With a large offset the occurrence of last year or the year after next may be the next one.
  const reach = Math.ceil(Math.abs(days) / 365) + 1;
  for (let year = thisYear - reach; ; year += 1) {
    const date: CalendarDay = { year, month, day: Math.min(day, daysInMonth({ year, month })) };
    const at = instantAt({ ...addDays(date, days), time }, zone);
    if (at >= from) return at;
  }
}
