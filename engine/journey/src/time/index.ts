/** Lengths of time and calendars, without a clock: every function gets the instant it works on. */
export type { CalendarDay, WallClock } from './calendar-day.ts';
export { addDays, addMonths, formatDay, parseDay, weekdayOf } from './calendar-day.ts';
export { canonicalDuration, formatDuration } from './format-duration.ts';
export { parseDuration } from './parse-duration.ts';
export { formatInstant, formatTime, parseInstant, parseTimeOfDay } from './parse-instant.ts';
export { instantAt, isTimeZone, resolveTimeZone, wallClockAt } from './time-zone.ts';
