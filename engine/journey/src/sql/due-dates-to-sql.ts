import type { Instant } from '../model/index.ts';
import { DAY } from '../model/index.ts';
import { addDays, formatDay, wallClockAt } from '../time/index.ts';
import { Bindings, type SqlQuery } from './bindings.ts';
import { leadField } from './lead-columns.ts';

/** A date may be written in one zone, meant in another and asked for in a third; together they are not further apart. */
const SLACK_DAYS = 3;

/** Which leads' dates: those that, moved by so many days, come round within a stretch of time. */
export interface DueDates {
  readonly workspaceId: string;
  /** Zone in which the days of the stretch are told. */
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
 * whose date is up to three days off or no date at all: whoever asks has the last word. It compares the date as it is
 * written and reads none, which a large workspace would feel at every look.
 */
export function dueDatesToSql({ workspaceId, timeZone, field, offsetDays, yearly, since, until }: DueDates): SqlQuery {
  const bindings = new Bindings();
  const { kind, sql } = leadField(field, bindings);
  const text = kind === 'json' ? `(${sql}) #>> '{}'` : `(${sql})`;
  const days = daysBetween(since, until, timeZone).map((day) => formatDay(addDays(day, -offsetDays)));
  const test = yearly ? yearlyTest(text, days, bindings) : `left(${text}, 10) = any(${bindings.bind(days, 'text[]')})`;
  return bindings.finish(
    `select l."id" from "Lead" l left join "Company" c on c."id" = l."companyId"
    where l."workspaceId" = ${bindings.bind(workspaceId, 'uuid')} and l."mergedInto" is null and ${test} order by l."id"`,
  );
}

function yearlyTest(text: string, days: readonly string[], bindings: Bindings): string {
  const ofYear = new Set(days.map((day) => day.slice(-5)));
  // In ordinary years 29 February comes round on the 28th.
  if (ofYear.has('02-28')) ofYear.add('02-29');
  return ofYear.size >= 365 ? `${text} is not null` : `substr(${text}, 6, 5) = any(${bindings.bind([...ofYear], 'text[]')})`;
}

/** The days of a stretch, with some slack on both sides. */
function daysBetween(since: Instant, until: Instant, zone: string) {
  const wall = wallClockAt(since, zone) ?? wallClockAt(since, 'UTC');
  const count = Math.ceil((until - since) / DAY) + 2 * SLACK_DAYS;
  return Array.from({ length: count + 1 }, (_, nth) => addDays(wall, nth - SLACK_DAYS));
}
