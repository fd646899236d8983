import * as chineseDays from 'chinese-days';
import type { Instant } from '../model/index.ts';
import { addDays, type CalendarDay, formatDay, weekdayOf } from './calendar-day.ts';
import { instantAt, wallClockAt } from './time-zone.ts';

/**
 * Which days count: all of them, Monday to Friday, or China's workdays with its public holidays and the weekend days
 * worked in exchange (调休).
 */
export type DayCalendar = 'every-day' | 'monday-friday' | 'china';

export const DAY_CALENDARS = ['every-day', 'monday-friday', 'china'] as const satisfies readonly DayCalendar[];

/** Node sees the package as CommonJS and puts its functions under `default`; bundlers see them as they are. */
const { isWorkday, getHolidaysInRange } = 'default' in chineseDays ? chineseDays.default : chineseDays;

/** Whether a calendar counts this day. In years that China has not yet published it is Monday to Friday. */
export function countsDay(day: CalendarDay, calendar: DayCalendar): boolean {
  switch (calendar) {
    case 'every-day':
      return true;
    case 'monday-friday':
      return weekdayOf(day) <= 5;
    case 'china':
      return isWorkday(formatDay(day));
  }
}

/** Whether China's holidays of a year are known here. They are published each November for the year to come. */
export function knowsChinaHolidays(year: number): boolean {
  return getHolidaysInRange(`${year}-01-01`, `${year}-12-31`, false).length > 0;
}

/** So many counted days after an instant, at the same time of day. Not more than 10,000 days. */
export function addWorkdays(from: Instant, count: number, calendar: DayCalendar, zone: string): Instant {
  const start = wallClockAt(from, zone);
  let day: CalendarDay = start;
  for (let left = Math.min(Math.max(0, Math.floor(count)), 10_000); left > 0; ) {
    day = addDays(day, 1);
    if (countsDay(day, calendar)) left -= 1;
  }
  return instantAt({ ...day, time: start.time }, zone);
}
