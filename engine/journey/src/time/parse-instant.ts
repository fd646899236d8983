import { HOUR, type Instant, MINUTE, type Millis, SECOND } from '../model/index.ts';
import { formatDay, instantInUtc, parseDay, wallClockInUtc } from './calendar-day.ts';
import { instantAt } from './time-zone.ts';

const DATE_TIME = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/**
 * Reads an ISO 8601 date or date with time. Without an offset it is a clock on the wall in `zone`; a date alone is that
 * day's midnight.
 * @returns null if the text is no such date.
 */
export function parseInstant(text: string, zone: string): Instant | null {
  const match = DATE_TIME.exec(text);
  const day = match?.[1] === undefined ? null : parseDay(match[1]);
  if (match === null || day === null) return null;
  const [hour, minute, second] = [Number(match[2] ?? 0), Number(match[3] ?? 0), Number(match[4] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return null;
  const wall = { ...day, time: hour * HOUR + minute * MINUTE + second * SECOND + Number((match[5] ?? '').padEnd(3, '0')) };
  const offset = match[6];
  if (offset === undefined) return instantAt(wall, zone);
  const ahead = parseOffset(offset);
  return ahead === null ? null : instantInUtc(wall) - ahead;
}

/** Writes an instant as ISO 8601 in UTC, such as `2026-03-01T09:00:00.000Z`. */
export function formatInstant(instant: Instant): string {
  const { time, ...day } = wallClockInUtc(Math.round(instant));
  return `${formatDay(day)}T${formatTime(time)}.${String(time % SECOND).padStart(3, '0')}Z`;
}

/** Writes milliseconds since midnight as `HH:MM:SS`. */
export function formatTime(time: Millis): string {
  const parts = [Math.floor(time / HOUR), Math.floor((time % HOUR) / MINUTE), Math.floor((time % MINUTE) / SECOND)];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/** Reads `HH:MM` as milliseconds since midnight; `24:00` is the end of the day. Null if it is no time of day. */
export function parseTimeOfDay(text: string): Millis | null {
  const match = /^(\d{1,2}):(\d{2})$/.exec(text);
  if (match === null) return null;
  const time = Number(match[1]) * HOUR + Number(match[2]) * MINUTE;
  return Number(match[2]) < 60 && time <= 24 * HOUR ? time : null;
}

function parseOffset(offset: string): Millis | null {
  if (offset === 'Z') return 0;
  const [hour, minute] = [Number(offset.slice(1, 3)), Number(offset.slice(4, 6))];
  if (hour > 15 || minute > 59) return null;
  return (offset.startsWith('-') ? -1 : 1) * (hour * HOUR + minute * MINUTE);
}
