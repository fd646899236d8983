import { formatInstant, instantAt, isTimeZone, leadTimeZone, parseInstant, resolveTimeZone, wallClockAt } from '@tendril/journey/time';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { aLead } from '../conditions/a-lead.ts';

// Whole hours, half hours, a 30-minute summer time, a skipped day, no summer time at all.
const ZONES = ['Asia/Shanghai', 'America/New_York', 'Europe/London', 'Australia/Lord_Howe', 'Asia/Kolkata', 'Pacific/Apia', 'UTC'];
const zones = fc.constantFrom(...ZONES);
const instants = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2040, 0, 1) });

const nearChanges = fc
  .tuple(
    fc.constantFrom(
      Date.UTC(2026, 2, 8, 7),
      Date.UTC(2026, 10, 1, 6),
      Date.UTC(2026, 2, 29, 1),
      Date.UTC(2026, 9, 25, 1),
      Date.UTC(2011, 11, 30, 10),
    ),
    fc.integer({ min: -30 * 3_600_000, max: 30 * 3_600_000 }),
  )
  .map(([at, off]) => at + off);

function oracle(at: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
}

describe('clocks on the wall', () => {
  test('show what they show in Temporal', () => {
    fc.assert(
      fc.property(fc.oneof(instants, nearChanges), zones, (at, zone) => {
        const { year, month, day, time } = wallClockAt(at, zone);
        const z = oracle(at, zone);
        const ofDay = ((z.hour * 60 + z.minute) * 60 + z.second) * 1000 + z.millisecond;
        expect([year, month, day, time]).toEqual([z.year, z.month, z.day, ofDay]);
      }),
      { numRuns: 1000 },
    );
  });

  test('are read as Temporal reads them, also where clocks change', () => {
    fc.assert(
      fc.property(fc.oneof(instants, nearChanges), zones, (utc, zone) => {
        const wall = wallClockAt(utc, 'UTC');
        const plain = new Temporal.PlainDateTime(wall.year, wall.month, wall.day).add({ milliseconds: wall.time });
        expect(instantAt(wall, zone)).toBe(plain.toZonedDateTime(zone).epochMilliseconds);
      }),
      { numRuns: 1000 },
    );
  });

  test('an hour that is left out is read as an hour later, one that comes twice as the first', () => {
    const at = (time: number, month: number, day: number) => formatInstant(instantAt({ year: 2026, month, day, time }, 'America/New_York'));
    expect(at(2.5 * 3_600_000, 3, 8)).toBe('2026-03-08T07:30:00.000Z');
    expect(at(1.5 * 3_600_000, 11, 1)).toBe('2026-11-01T05:30:00.000Z');
  });
});

describe('dates', () => {
  test('are written as Date writes them and read back', () => {
    fc.assert(
      fc.property(instants, zones, (at, zone) => {
        expect(formatInstant(at)).toBe(new Date(at).toISOString());
        expect(parseInstant(formatInstant(at), zone)).toBe(at);
      }),
    );
  });

  test.each([
    ['2026-03-01', Date.UTC(2026, 1, 28, 16)],
    ['2026-03-01T09:30', Date.UTC(2026, 2, 1, 1, 30)],
    ['2026-03-01 09:30:15.5', Date.UTC(2026, 2, 1, 1, 30, 15, 500)],
    ['2026-03-01T09:30:00+02:00', Date.UTC(2026, 2, 1, 7, 30)],
    ['2024-02-29', Date.UTC(2024, 1, 28, 16)],
  ])('%s is read in the zone', (text, at) => {
    expect(parseInstant(text, 'Asia/Shanghai')).toBe(at);
  });

  test.each(['2026-02-29', '2026-13-01', '2026-1-1', '01/02/2026', '2026-03-01T24:00', '2026-03-01T09:30+25:00', 'tomorrow', ''])(
    '%j is none',
    (text) => {
      expect(parseInstant(text, 'Asia/Shanghai')).toBe(null);
    },
  );
});

test('a zone is the first usable one of the chain, and the chain says which', () => {
  expect(isTimeZone('Asia/Shanghai')).toBe(true);
  expect(isTimeZone('Asia/Peking')).toBe(false);
  expect(resolveTimeZone(null, 'nowhere', 'Europe/London')).toBe('Europe/London');
  expect(resolveTimeZone(undefined)).toBe('UTC');
  const lead = aLead({ timeZone: 'nowhere', company: { timeZone: 'America/New_York' } });
  expect(leadTimeZone(lead, null, 'Asia/Shanghai')).toEqual({ zone: 'America/New_York', from: 'company' });
  expect(leadTimeZone(aLead({ timeZone: 'Europe/London' }), null, 'Asia/Shanghai')).toEqual({ zone: 'Europe/London', from: 'lead' });
  expect(leadTimeZone(aLead(), 'Europe/London', 'Asia/Shanghai')).toEqual({ zone: 'Europe/London', from: 'journey' });
  expect(leadTimeZone(aLead(), null, 'Asia/Shanghai')).toEqual({ zone: 'Asia/Shanghai', from: 'workspace' });
});
