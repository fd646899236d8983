import * as rruleModule from 'rrule';
import { HOUR, type Instant, MINUTE, SECOND } from '../model/index.ts';
import { instantInUtc, parseDay, type WallClock, wallClockInUtc } from './calendar-day.ts';
import { parseTimeOfDay } from './parse-instant.ts';
import { instantAt, wallClockAt } from './time-zone.ts';

/** Node sees the package as CommonJS and puts its names under `default`; bundlers see them as they are. */
const { RRule, datetime } = ('default' in rruleModule ? rruleModule.default : rruleModule) as typeof rruleModule;

/** A recurring time on the clocks of one zone. */
export interface Schedule {
  /** RFC 5545 without DTSTART, such as `FREQ=WEEKLY;BYDAY=MO,TH`. Daily or rarer. */
  readonly rule: string;
  /** First day, `YYYY-MM-DD`. */
  readonly start: string;
  /** Time of day, `HH:MM`. */
  readonly time: string;
  readonly zone: string;
}

/** A rule that has not come round within this time never will. */
const LONGEST_SEARCH_YEARS = 30;

/** Whether this is a rule that a schedule can follow. */
export function isScheduleRule(rule: string): boolean {
  return read({ rule, start: '2026-01-01', time: '00:00', zone: 'UTC' }) !== null;
}

/**
 * The first time of a schedule after an instant. It keeps its time of day when clocks change.
 * @returns null if there is none any more, or if the schedule is not valid.
 */
export function nextOccurrence(schedule: Schedule, after: Instant): Instant | null {
  const rule = read(schedule);
  if (rule === null) return null;
  // The library knows no zones: it is given wall clocks as if they were UTC. Begin some hours early, because where
  // clocks go back an earlier wall clock may be a later instant.
  let from = toLibrary(wallClockAt(after - 4 * HOUR, schedule.zone));
  for (;;) {
    const found = rule.after(from, false);
    if (found === null) return null;
    const at = instantAt(wallClockInUtc(found.getTime()), schedule.zone);
    if (at > after) return at;
    from = found;
  }
}

function read({ rule, start, time, zone }: Schedule): InstanceType<typeof RRule> | null {
  const [day, timeOfDay] = [parseDay(start), parseTimeOfDay(time)];
  if (day === null || timeOfDay === null || wallClockAt(0, zone) === null) return null;
  if (/DTSTART|RDATE|EXDATE|[\r\n]/i.test(rule)) return null;
  try {
    const options = RRule.parseString(rule.replace(/^RRULE:/i, ''));
    if (options.freq === undefined || options.freq > RRule.DAILY) return null;
    const last = toLibrary({ ...day, year: day.year + LONGEST_SEARCH_YEARS, time: timeOfDay });
    const until = options.until !== null && options.until !== undefined && options.until < last ? options.until : last;
    return new RRule({ ...options, dtstart: toLibrary({ ...day, time: timeOfDay }), until });
  } catch {
    return null; // the library throws for a rule it cannot read
  }
}

function toLibrary(wall: WallClock): ReturnType<typeof datetime> {
  const { year, month, day, time } = wallClockInUtc(instantInUtc(wall));
  return datetime(year, month, day, Math.floor(time / HOUR), Math.floor((time % HOUR) / MINUTE), Math.floor((time % MINUTE) / SECOND));
}
