const DAY = '\\d{4}-\\d{2}-\\d{2}';
const TIME = '([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,3})?)?';
const OFFSET = '(Z|[+-](0\\d|1[0-5]):[0-5]\\d)';

const LOCAL = `^${DAY}([T ]${TIME})?$`;
const ABSOLUTE = `^${DAY}[T ]${TIME}${OFFSET}$`;

/**
 * A text as timestamptz, read as `parseInstant` reads it: null unless it is a date of that very form. Where clocks go
 * back and a time comes twice, PostgreSQL takes the second and we the first.
 */
export function dateInSql(text: string, zone: string): string {
  const earlier = (by: string) =>
    `when ((wall at time zone ${zone}) - interval '${by}') at time zone ${zone} = wall then (wall at time zone ${zone}) - interval '${by}'`;
  return `(select case
    when t ~ '${ABSOLUTE}' and pg_input_is_valid(t, 'timestamptz') then t::timestamptz
    when t ~ '${LOCAL}' and pg_input_is_valid(t, 'timestamp') then (
      select case ${earlier('1 hour')} ${earlier('30 minutes')} else wall at time zone ${zone} end from (select t::timestamp as wall) walls)
    end from (select ${text} as t) texts)`;
}
