import { DAY, type Instant, type Millis } from '../model/index.ts';

/** A day of the Gregorian calendar, without a zone. `month` is 1–12. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** What a clock on the wall shows: a day and the milliseconds since its midnight. */
export interface WallClock extends CalendarDay {
  readonly time: Millis;
}

const DAYS_PER_ERA = 146_097; // 400 years
const DAYS_TO_1970 = 719_468; // from 0000-03-01

/** Days since 1970-01-01; negative before it. Days beyond a month's end run on into the next month. */
export function dayNumberOf({ year, month, day }: CalendarDay): number {
  const shifted = month <= 2 ? year - 1 : year; // years begin in March, so that the leap day is the last
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - DAYS_TO_1970;
}

/** The calendar day of a day number. */
export function dayOfNumber(number: number): CalendarDay {
  const shifted = number + DAYS_TO_1970;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/** The day so many days later (or earlier, if negative). */
export function addDays(day: CalendarDay, days: number): CalendarDay {
  return dayOfNumber(dayNumberOf(day) + days);
}

/** The day so many months later; a day the month does not have becomes its last day. */
export function addMonths({ year, month, day }: CalendarDay, months: number): CalendarDay {
  const count = year * 12 + (month - 1) + months;
  const target = { year: Math.floor(count / 12), month: (((count % 12) + 12) % 12) + 1 };
  return { ...target, day: Math.min(day, daysInMonth(target)) };
}

/** How many days a month has. */
export function daysInMonth({ year, month }: { readonly year: number; readonly month: number }): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Weekday as ISO 8601 counts it: Monday is 1, Sunday is 7. */
export function weekdayOf(day: CalendarDay): number {
  return ((((dayNumberOf(day) + 3) % 7) + 7) % 7) + 1;
}

/** Reads `YYYY-MM-DD`; null if there is no such day. */
export function parseDay(text: string): CalendarDay | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  const valid = day.year >= 1 && day.month >= 1 && day.month <= 12 && day.day >= 1 && day.day <= daysInMonth(day);
  return valid ? day : null;
}

/** Writes `YYYY-MM-DD`. */
export function formatDay({ year, month, day }: CalendarDay): string {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** The instant at which UTC shows this wall clock. */
export function instantInUtc(wall: WallClock): Instant {
  return dayNumberOf(wall) * DAY + wall.time;
}

/** What UTC shows at an instant. */
export function wallClockInUtc(instant: Instant): WallClock {
  const number = Math.floor(instant / DAY);
  return { ...dayOfNumber(number), time: instant - number * DAY };
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
