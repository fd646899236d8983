/** Lengths of time and calendars, without a clock: every function gets the instant it works on. */
export type { CalendarDay, WallClock } from './calendar-day.ts';
export { addDays, addMonths, formatDay, parseDay, weekdayOf } from './calendar-day.ts';
export { addCalendarDays, nextTimeOfDay, nextYearly, shiftDate } from './calendar-steps.ts';
export { canonicalDuration, formatDuration } from './format-duration.ts';
export { type LeadTimeZone, leadTimeZone } from './lead-time-zone.ts';
export { parseDuration } from './parse-duration.ts';
export { formatInstant, formatTime, parseInstant, parseTimeOfDay } from './parse-instant.ts';
export { isScheduleRule, nextOccurrence, type Schedule } from './schedule.ts';
export { isInWindow, nextInWindow, type TimeWindow } from './time-window.ts';
export { instantAt, isTimeZone, resolveTimeZone, wallClockAt } from './time-zone.ts';
export { addWorkdays, countsDay, DAY_CALENDARS, type DayCalendar, knowsChinaHolidays } from './workdays.ts';
