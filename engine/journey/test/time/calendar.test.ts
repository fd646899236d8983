import {
  addCalendarDays,
  addMonths,
  addWorkdays,
  countsDay,
  formatInstant,
  isInWindow,
  isScheduleRule,
  knowsChinaHolidays,
  nextInWindow,
  nextOccurrence,
  nextTimeOfDay,
  nextYearly,
  parseInstant,
  shiftDate,
  type TimeWindow,
  weekdayOf,
} from '@tendril/journey/time';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const HOUR = 3_600_000;
const NEW_YORK = 'America/New_York';
const SHANGHAI = 'Asia/Shanghai';

/** The instant of a wall clock such as `2026-03-07 09:00`. */
function on(text: string, zone: string): number {
  return parseInstant(text, zone) ?? Number.NaN;
}

describe('a calendar day is not 24 hours', () => {
  test('when clocks change in between', () => {
    const from = on('2026-03-07 09:00', NEW_YORK);
    expect(addCalendarDays(from, 1, NEW_YORK) - from).toBe(23 * HOUR);
    expect(addCalendarDays(from, 1, SHANGHAI) - from).toBe(24 * HOUR);
  });

  test('when "tomorrow at 09:00" is asked in the evening', () => {
    const from = on('2026-03-01 22:00', SHANGHAI);
    expect(addCalendarDays(from, 1, SHANGHAI, 9 * HOUR)).toBe(on('2026-03-02 09:00', SHANGHAI));
  });

  test('the next 09:00 is today before nine, tomorrow after it', () => {
    expect(nextTimeOfDay(on('2026-03-01 08:00', SHANGHAI), 9 * HOUR, SHANGHAI)).toBe(on('2026-03-01 09:00', SHANGHAI));
    expect(nextTimeOfDay(on('2026-03-01 09:00', SHANGHAI), 9 * HOUR, SHANGHAI)).toBe(on('2026-03-01 09:00', SHANGHAI));
    expect(nextTimeOfDay(on('2026-03-01 09:01', SHANGHAI), 9 * HOUR, SHANGHAI)).toBe(on('2026-03-02 09:00', SHANGHAI));
  });
});

test('months end where they end', () => {
  expect(addMonths({ year: 2026, month: 1, day: 31 }, 1)).toEqual({ year: 2026, month: 2, day: 28 });
  expect(addMonths({ year: 2026, month: 1, day: 31 }, -11)).toEqual({ year: 2025, month: 2, day: 28 });
  expect(addMonths({ year: 2023, month: 11, day: 30 }, 3)).toEqual({ year: 2024, month: 2, day: 29 });
});

test('weekdays are those of the Gregorian calendar', () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 40_000 }), (number) => {
      const date = new Date(number * 86_400_000);
      const day = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
      expect(weekdayOf(day)).toBe(date.getUTCDay() || 7);
    }),
  );
});

describe('workdays of China', () => {
  test('leave out public holidays and take in the weekend days worked in exchange', () => {
    expect(countsDay({ year: 2026, month: 10, day: 1 }, 'china')).toBe(false);
    expect(countsDay({ year: 2026, month: 10, day: 10 }, 'china')).toBe(true); // a Saturday, worked for the National Day week
    expect(countsDay({ year: 2026, month: 10, day: 10 }, 'monday-friday')).toBe(false);
    expect(countsDay({ year: 2026, month: 10, day: 17 }, 'china')).toBe(false); // an ordinary Saturday
  });

  test('are Monday to Friday in years not yet published', () => {
    expect(knowsChinaHolidays(2026)).toBe(true);
    expect(knowsChinaHolidays(2060)).toBe(false);
    expect(countsDay({ year: 2060, month: 10, day: 1 }, 'china')).toBe(true);
    expect(countsDay({ year: 2060, month: 10, day: 2 }, 'china')).toBe(false);
  });

  test('are counted from the day after, at the same time of day', () => {
    const from = on('2026-09-30 15:00', SHANGHAI);
    expect(addWorkdays(from, 1, 'china', SHANGHAI)).toBe(on('2026-10-08 15:00', SHANGHAI));
    expect(addWorkdays(from, 3, 'china', SHANGHAI)).toBe(on('2026-10-10 15:00', SHANGHAI));
    expect(addWorkdays(from, 3, 'monday-friday', SHANGHAI)).toBe(on('2026-10-05 15:00', SHANGHAI));
    expect(addWorkdays(from, 3, 'every-day', SHANGHAI)).toBe(on('2026-10-03 15:00', SHANGHAI));
  });
});

describe('a time window', () => {
  const office: TimeWindow = { calendar: 'china', from: 9 * HOUR, to: 18 * HOUR };
  const night: TimeWindow = { calendar: 'every-day', weekdays: [5], from: 22 * HOUR, to: 6 * HOUR };

  test.each([
    ['2026-09-30 08:59', '2026-09-30 09:00'],
    ['2026-09-30 09:00', '2026-09-30 09:00'],
    ['2026-09-30 17:59', '2026-09-30 17:59'],
    ['2026-09-30 18:00', '2026-10-08 09:00'], // over the National Day week
    ['2026-10-09 18:00', '2026-10-10 09:00'], // into the Saturday worked in exchange
  ])('of office hours asked at %s opens at %s', (from, opens) => {
    expect(nextInWindow(office, on(from, SHANGHAI), SHANGHAI)).toBe(on(opens, SHANGHAI));
  });

  test.each([
    ['2026-11-27 21:00', '2026-11-27 22:00'],
    ['2026-11-28 05:59', '2026-11-28 05:59'], // Saturday morning belongs to Friday night
    ['2026-11-28 06:00', '2026-12-04 22:00'],
  ])('over midnight asked at %s opens at %s', (from, opens) => {
    expect(nextInWindow(night, on(from, SHANGHAI), SHANGHAI)).toBe(on(opens, SHANGHAI));
  });

  test('means the hours of the zone it is asked for', () => {
    const plain: TimeWindow = { calendar: 'monday-friday', from: 9 * HOUR, to: 18 * HOUR };
    const at = on('2026-11-24 03:00', NEW_YORK);
    expect(isInWindow(plain, at, SHANGHAI)).toBe(true);
    expect(isInWindow(plain, at, NEW_YORK)).toBe(false);
    expect(nextInWindow(plain, at, NEW_YORK)).toBe(on('2026-11-24 09:00', NEW_YORK));
  });

  test('that never opens says so', () => {
    expect(nextInWindow({ calendar: 'monday-friday', weekdays: [6, 7], from: 0, to: 24 * HOUR }, on('2026-11-24 03:00', NEW_YORK), NEW_YORK)).toBe(
      null,
    );
  });

  test('is open at its next opening, which is never before now', () => {
    const windows = fc.record({
      calendar: fc.constantFrom('every-day' as const, 'monday-friday' as const, 'china' as const),
      weekdays: fc.subarray([1, 2, 3, 4, 5], { minLength: 1 }),
      from: fc.integer({ min: 0, max: 23 }).map((hour) => hour * HOUR),
      to: fc.integer({ min: 1, max: 24 }).map((hour) => hour * HOUR),
    });
    fc.assert(
      fc.property(
        windows,
        fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2028, 0, 1) }),
        fc.constantFrom(SHANGHAI, NEW_YORK),
        (window, at, zone) => {
          const opens = nextInWindow(window, at, zone);
          expect(opens).not.toBe(null);
          if (opens === null) return;
          expect(opens).toBeGreaterThanOrEqual(at);
          expect(isInWindow(window, opens, zone)).toBe(true);
          if (opens > at) expect(isInWindow(window, opens - 60_000, zone) && opens - 60_000 >= at).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a date in a field', () => {
  test('is moved by calendar days and set to a time', () => {
    expect(shiftDate('2026-03-31', -30, SHANGHAI, 9 * HOUR)).toBe(on('2026-03-01 09:00', SHANGHAI));
    expect(shiftDate('2026-03-31', 0, SHANGHAI)).toBe(on('2026-03-31 00:00', SHANGHAI));
    expect(shiftDate('2026-03-07T09:00', 1, NEW_YORK)).toBe(on('2026-03-08 09:00', NEW_YORK));
    expect(shiftDate('end of March', 1, NEW_YORK)).toBe(null);
  });

  test('comes round every year', () => {
    const from = on('2026-11-24 10:00', SHANGHAI);
    expect(nextYearly({ month: 11, day: 24 }, from, SHANGHAI, { time: 10 * HOUR })).toBe(from);
    expect(nextYearly({ month: 11, day: 24 }, from, SHANGHAI, { time: 9 * HOUR })).toBe(on('2027-11-24 09:00', SHANGHAI));
    expect(nextYearly({ month: 2, day: 29 }, from, SHANGHAI)).toBe(on('2027-02-28', SHANGHAI));
    expect(nextYearly({ month: 1, day: 5 }, from, SHANGHAI, { days: -30 })).toBe(on('2026-12-06', SHANGHAI));
    expect(nextYearly({ month: 11, day: 1 }, from, SHANGHAI, { days: 400 })).toBe(on('2026-12-06', SHANGHAI));
  });
});

describe('a schedule', () => {
  const monday = { rule: 'FREQ=WEEKLY;BYDAY=MO', start: '2026-03-01', time: '09:00', zone: NEW_YORK };

  test('keeps its time of day when clocks change', () => {
    const first = nextOccurrence(monday, on('2026-03-01', NEW_YORK)) ?? 0;
    expect(formatInstant(first)).toBe('2026-03-02T14:00:00.000Z');
    expect(formatInstant(nextOccurrence(monday, first) ?? 0)).toBe('2026-03-09T13:00:00.000Z');
  });

  test('comes once where an hour comes twice, and not at all before its start or after its end', () => {
    const daily = { rule: 'FREQ=DAILY;COUNT=3', start: '2026-10-31', time: '01:30', zone: NEW_YORK };
    const times: string[] = [];
    for (let at = nextOccurrence(daily, 0); at !== null; at = nextOccurrence(daily, at)) times.push(formatInstant(at));
    expect(times).toEqual(['2026-10-31T05:30:00.000Z', '2026-11-01T05:30:00.000Z', '2026-11-02T06:30:00.000Z']);
  });

  test.each(['', 'every monday', 'FREQ=HOURLY', 'FREQ=SOMETIMES', 'DTSTART:20260101T000000Z\nRRULE:FREQ=DAILY'])('%j is refused', (rule) => {
    expect(isScheduleRule(rule)).toBe(false);
    expect(nextOccurrence({ ...monday, rule }, 0)).toBe(null);
  });

  test('that no day fits has no next time, and says so soon', () => {
    expect(nextOccurrence({ ...monday, rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' }, 0)).toBe(null);
  });

  test('moves forward only', () => {
    const rules = fc.constantFrom('FREQ=DAILY', 'FREQ=WEEKLY;BYDAY=TU,FR', 'FREQ=MONTHLY;BYMONTHDAY=-1', 'FREQ=MONTHLY;BYDAY=1MO');
    fc.assert(
      fc.property(rules, fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2030, 0, 1) }), (rule, after) => {
        const at = nextOccurrence({ rule, start: '2026-01-01', time: '02:30', zone: NEW_YORK }, after);
        expect(at).toBeGreaterThan(after);
      }),
    );
  });
});
