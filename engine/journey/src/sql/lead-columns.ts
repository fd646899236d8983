import type { Bindings } from './bindings.ts';
import { type FoundInSql, jsonFound } from './found-in-sql.ts';

const text = (sql: string): FoundInSql => ({ kind: 'text', sql });

/** ISO 8601 in UTC, as a snapshot shows it. */
const time = (column: string): FoundInSql => text(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

/** Fields of a lead that have a column; any other field is in its JSON attributes. */
const LEAD_COLUMNS: { readonly [field: string]: FoundInSql } = {
  ...Object.fromEntries(
    ['name', 'email', 'phone', 'title', 'city', 'region', 'source', 'owner', 'locale', 'timeZone', 'stage', 'pool'].map((name) => [
      name,
      text(`l."${name}"`),
    ]),
  ),
  industry: text('coalesce(l."industry", c."industry")'),
  company: text('c."name"'),
  companySize: jsonFound(`coalesce(to_jsonb(c."size"), l."attributes" -> 'companySize')`),
  createdAt: time('l."createdAt"'),
  lastSeenAt: time('l."lastSeenAt"'),
};

/** A field of the lead: its column if it has one, else its JSON attributes. */
export function leadField(field: string, bindings: Bindings): FoundInSql {
  const column = Object.hasOwn(LEAD_COLUMNS, field) ? LEAD_COLUMNS[field] : undefined;
  return column ?? jsonFound(`l."attributes" -> ${bindings.bind(field, 'text')}`);
}

/** A field of the lead's company: its column if that is filled, else its JSON attributes. */
export function companyField(field: string, bindings: Bindings): FoundInSql {
  if (field === 'name') return text('c."name"');
  const attribute = `c."attributes" -> ${bindings.bind(field, 'text')}`;
  const hasColumn = field === 'industry' || field === 'size' || field === 'domain';
  return jsonFound(hasColumn ? `coalesce(to_jsonb(c."${field}"), ${attribute})` : attribute);
}
