import type { EventPattern, Instant, Millis } from '../model/index.ts';
import type { Bindings } from './bindings.ts';

/** The figures of a workspace's scoring, as its scoring package has them. Times in ms. */
export interface ScoringFigures {
  readonly dimensions: Readonly<Record<'fit' | 'interest' | 'behaviour' | 'stage', { readonly max: number; readonly halfLife: Millis | null }>>;
  readonly absence: { readonly month: Millis; readonly points: number };
  readonly letters: readonly [number, number, number];
  readonly digits: readonly [number, number, number];
  readonly intentWindow: Millis;
  readonly tagHalfLife: Millis;
  /** Events that show a clear and a faint wish to buy. */
  readonly intent: { readonly high: readonly EventPattern[]; readonly low: readonly EventPattern[] };
}

/** What is left at `to` of a value that was `value` at `from`; all are SQL numbers, times in ms. */
export function decayedInSql(value: string, from: string, to: string, halfLife: string | null): string {
  if (halfLife === null) return value;
  // PostgreSQL refuses to compute a number too small to write. So little, or after 300 half-lives, is nothing all the same.
  return `case when ${to} <= ${from} then ${value} when abs(${value}) < 1e-100 then 0 else ${value} * power(2::float8, greatest(-300, (${from} - ${to}) / ${halfLife})) end`;
}

/**
 * A lateral join `sc` with the lead's points at an instant: fit, interest, behaviour, stage, total and grade. Does in SQL
 * what the scoring does in memory, deductions for silence included, on the stored (value, as-of) pairs.
 */
export function scoreJoin({ dimensions, absence, letters, digits }: ScoringFigures, now: Instant, bindings: Bindings): string {
  const at = bindings.bind(now, 'float8');
  const number = (value: number) => bindings.bind(value, 'float8');
  const points = (of: keyof typeof dimensions, value: string, asOf: string) => {
    const { max, halfLife } = dimensions[of];
    const left = decayedInSql(value, asOf, at, halfLife === null ? null : number(halfLife));
    return tenths(`least(${number(max)}, greatest(0, ${left}))`);
  };
  const stored = (of: keyof typeof dimensions) => points(of, `st."${of}Value"`, `st."${of}AsOf"`);
  const place = (value: string, limits: readonly number[], names: readonly string[]) =>
    `case ${limits.map((limit, index) => `when ${value} >= ${number(limit)} then '${names[index]}'`).join(' ')} else '${names.at(-1)}' end`;
  return `cross join lateral (
    select ${Object.keys(dimensions).flatMap(pairOf).join(', ')},
      coalesce(${numberAt('l."scores" -> \'idleMonths\'')}, 0) as "idleMonths",
      extract(epoch from l."lastSeenAt")::float8 * 1000 as "seenAt"
  ) st cross join lateral (${silence(absence, dimensions.behaviour.halfLife, { at, number })}) idle
  cross join lateral (
    select ${stored('fit')} as fit, ${stored('interest')} as interest,
      ${points('behaviour', 'idle.value', 'idle."asOf"')} as behaviour, ${stored('stage')} as stage
  ) pt cross join lateral (
    select pt.fit, pt.interest, pt.behaviour, pt.stage, ${tenths('pt.fit + (pt.interest + pt.behaviour + pt.stage)')} as total,
      case when l."lastSeenAt" is not null and (l."companyId" is not null or l."title" is not null or l."industry" is not null)
        then ${place('pt.fit', letters, ['A', 'B', 'C', 'D'])} || ${place('(pt.interest + pt.behaviour + pt.stage)', digits, ['1', '2', '3', '4'])} end as grade
  ) sc`;
}

/** Value and as-of of one dimension as stored; nothing unless both are numbers. */
function pairOf(of: string): readonly string[] {
  const pair = [`l."scores" -> '${of}' -> 'value'`, `l."scores" -> '${of}' -> 'asOf'`];
  const both = pair.map((part) => `jsonb_typeof(${part}) = 'number'`).join(' and ');
  return ['Value', 'AsOf'].map((name, index) => `case when ${both} then (${pair[index]})::float8 else 0 end as "${of}${name}"`);
}

/** The behaviour points after what every full month of the present silence has taken, month by month. */
function silence(
  { month, points }: ScoringFigures['absence'],
  halfLife: Millis | null,
  sql: { at: string; number: (value: number) => string },
): string {
  const { at, number } = sql;
  const [months, most, half] = [number(month), number(points), halfLife === null ? null : number(halfLife)];
  const due = `s."seenAt" + (s.n + 1) * ${months}`;
  return `with recursive s(n, value, "asOf", "seenAt") as (
      select st."idleMonths", st."behaviourValue", st."behaviourAsOf", st."seenAt"
      union all
      select s.n + 1,
        ${decayedInSql('s.value', 's."asOf"', 'm."asOf"', half)} + ${decayedInSql('m.taken', 'm.at', 'm."asOf"', half)},
        m."asOf", s."seenAt"
      from s cross join lateral (select ${due} as at, ${decayedInSql('s.value', 's."asOf"', `(${due})`, half)} as left) d
      cross join lateral (select d.at, -least(${most}, d.left) as taken, greatest(s."asOf", d.at) as "asOf") m
      where s."seenAt" is not null and s.n + 1 <= floor((${at} - s."seenAt") / ${months}) and d.left > 0
    ) select s.value, s."asOf" from s order by s.n desc limit 1`;
}

function numberAt(json: string): string {
  return `case jsonb_typeof(${json}) when 'number' then (${json})::float8 end`;
}

/** Points to a tenth, as they are shown. */
function tenths(points: string): string {
  return `floor((${points}) * 10 + 0.5) / 10`;
}
