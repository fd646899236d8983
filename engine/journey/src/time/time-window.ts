import { DAY, type Instant, type Millis } from '../model/index.ts';
import { addDays, type CalendarDay, weekdayOf } from './calendar-day.ts';
import { instantAt, wallClockAt } from './time-zone.ts';
import { countsDay, type DayCalendar } from './workdays.ts';

/** Hours of certain days, such as workdays 9:00 to 18:00. */
export interface TimeWindow {
  /** Monday is 1, Sunday 7. Absent means all. */
  readonly weekdays?: readonly number[];
  readonly calendar: DayCalendar;
  /** Milliseconds since midnight. A window whose end is not after its start ends on the next day and belongs to the first. */
  readonly from: Millis;
  readonly to: Millis;
}

/** A year has every combination of weekday and holiday that will ever come, except a few around leap years. */
const LONGEST_SEARCH_DAYS = 800;

/** Whether an instant lies in the window; the end itself does not. */
export function isInWindow(window: TimeWindow, at: Instant, zone: string): boolean {
  const today = wallClockAt(at, zone);
  return [addDays(today, -1), today].some((day) => {
    const hours = hoursOf(window, day, zone);
    return hours !== null && at >= hours.opens && at < hours.closes;
  });
}

/** The instant itself if it lies in the window, else the next opening. Null if the window never opens. */
export function nextInWindow(window: TimeWindow, from: Instant, zone: string): Instant | null {
  if (isInWindow(window, from, zone)) return from;
  let day: CalendarDay = wallClockAt(from, zone);
  for (let searched = 0; searched < LONGEST_SEARCH_DAYS; searched += 1) {
    const hours = hoursOf(window, day, zone);
    if (hours !== null && hours.opens >= from && hours.closes > hours.opens) return hours.opens;
    day = addDays(day, 1);
  }
  return null;
}

function hoursOf(window: TimeWindow, day: CalendarDay, zone: string): { readonly opens: Instant; readonly closes: Instant } | null {
  const { weekdays, calendar, from, to } = window;
  if (weekdays !== undefined && !weekdays.includes(weekdayOf(day))) return null;
  if (!countsDay(day, calendar)) return null;
  const last = to > from ? day : addDays(day, 1);
  return { opens: wall(day, from, zone), closes: wall(last, to, zone) };
}

/** 24:00 is midnight of the next day. */
function wall(day: CalendarDay, time: Millis, zone: string): Instant {
  return time >= DAY ? instantAt({ ...addDays(day, 1), time: time - DAY }, zone) : instantAt({ ...day, time }, zone);
}
