import type { Instant } from '../model/index.ts';
import { DAY } from '../model/index.ts';
import { addDays, formatDay, wallClockAt } from '../time/index.ts';
import { Bindings, type SqlQuery } from './bindings.ts';
import { dateInSql } from './date-in-sql.ts';
import { leadField } from './lead-columns.ts';

/** Leads keep dates in zones of their own; no zone is further away than this. */
const SLACK_DAYS = 2;

/** Which leads' dates: those that, moved by so many days, come round within a stretch of time. */
export interface DueDates {
  readonly workspaceId: string;
  /** Zone in which a date without a time is a day. */
  readonly timeZone: string;
  /** The lead's field. */
  readonly field: string;
  readonly offsetDays: number;
  /** Comes round every year. */
  readonly yearly: boolean;
  readonly since: Instant;
  readonly until: Instant;
}

/**
 * A statement that answers the ids (`id`) of all leads whose date may come round between `since` and `until`, and of some
 * whose date is up to two days off: time of day and the lead's own zone are left to whoever asks.
 */
export function dueDatesToSql({ workspaceId, timeZone, field, offsetDays, yearly, since, until }: DueDates): SqlQuery {
  const bindings = new Bindings();
  const zone = bindings.bind(timeZone, 'text');
  const { kind, sql } = leadField(field, bindings);
  const text = kind === 'json' ? `case jsonb_typeof(${sql}) when 'string' then (${sql}) #>> '{}' end` : sql;
  const day = `((${dateInSql(text, zone)} at time zone ${zone}) + make_interval(days => ${bindings.bind(offsetDays, 'float8')}::int))::date`;
  const days = daysBetween(since, until, timeZone);
  const test = yearly ? yearlyTest(day, days, bindings) : onceTest(day, days, bindings);
  return bindings.finish(
    `select l."id" from "Lead" l left join "Company" c on c."id" = l."companyId"
    where l."workspaceId" = ${bindings.bind(workspaceId, 'uuid')} and l."mergedInto" is null and ${test} order by l."id"`,
  );
}

function onceTest(day: string, days: readonly string[], bindings: Bindings): string {
  const [first = '', last = first] = [days[0], days.at(-1)];
  return `${day} between ${bindings.bind(first, 'text')}::date and ${bindings.bind(last, 'text')}::date`;
}

function yearlyTest(day: string, days: readonly string[], bindings: Bindings): string {
  const ofYear = new Set(days.map((text) => text.slice(5)));
  // In ordinary years 29 February comes round on the 28th.
  if (ofYear.has('02-28')) ofYear.add('02-29');
  return ofYear.size >= 365 ? `${day} is not null` : `to_char(${day}, 'MM-DD') = any(${bindings.bind([...ofYear], 'text[]')})`;
}

/** The days of a stretch, `YYYY-MM-DD`, with some slack on both sides. */
function daysBetween(since: Instant, until: Instant, zone: string): readonly string[] {
  const wall = wallClockAt(since, zone) ?? wallClockAt(since, 'UTC');
  const count = Math.ceil((until - since) / DAY) + 2 * SLACK_DAYS;
  return Array.from({ length: count + 1 }, (_, nth) => formatDay(addDays(wall, nth - SLACK_DAYS)));
}
