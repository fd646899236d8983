import type { JsonObject } from '@tendril/journey/model';
import { isFreeMailDomain } from '@tendril/scoring';
import { companyNameKey } from './company-name-key.ts';
import type { CompanyInput } from './find-companies.ts';
import type { LeadField, LeadInput } from './lead-input.ts';
import type { CompanyRow, LeadRow, LeadTexts } from './lead-row.ts';
import { normaliseEmail, normalisePhone } from './normalise-handles.ts';

/** What is said of a lead, and whether it may replace what is known. */
export interface FieldChanges {
  readonly fields: NonNullable<LeadInput['fields']>;
  readonly attributes: JsonObject;
  readonly policy: LeadInput['policy'];
}

const PLAIN = ['name', 'title', 'city', 'region', 'industry', 'source', 'owner', 'locale', 'timeZone'] as const satisfies readonly (LeadField &
  keyof LeadTexts)[];
const LONGEST_TEXT = 500;

/** The company that the changes name, if they name one. */
export function companyIn({ fields }: FieldChanges): CompanyInput | null {
  const name = textOf(fields.company);
  if (!name || companyNameKey(name) === '') return null;
  const domain = normaliseEmail(fields.email ?? '')?.split('@')[1];
  return {
    name,
    industry: textOf(fields.industry) ?? null,
    size: textOf(fields.companySize) ?? null,
    domain: domain === undefined || isFreeMailDomain(domain) ? null : domain,
  };
}

/**
 * The lead with changes applied; the same row if nothing changes. An address or number that is not usable is kept as an
 * attribute (`emailAsGiven`, `phoneAsGiven`) so that a person can mend it.
 */
export function applyFields(row: LeadRow, changes: FieldChanges, companies: ReadonlyMap<string, CompanyRow>): LeadRow {
  const texts = changedTexts(row.texts, changes);
  const attributes = changedAttributes(row, changes);
  const company = changedCompany(row, changes, companies);
  const same = texts === row.texts && attributes === row.attributes && company === row.company;
  return same ? row : { ...row, texts, attributes, company };
}

function changedTexts(known: LeadTexts, { fields, policy }: FieldChanges): LeadTexts {
  const next: Record<string, string | null> = { ...known };
  const take = (field: keyof LeadTexts, value: string | null | undefined): void => {
    if (value === undefined || (policy === 'fill' && (value === null || known[field] !== null))) return;
    next[field] = value;
  };
  for (const field of PLAIN) take(field, textOf(fields[field]));
  take('email', readable(fields.email, normaliseEmail));
  take('phone', readable(fields.phone, normalisePhone));
  const changed = Object.entries(next).some(([field, value]) => known[field as keyof LeadTexts] !== value);
  return changed ? (next as unknown as LeadTexts) : known;
}

function changedAttributes(row: LeadRow, { fields, attributes, policy }: FieldChanges): JsonObject {
  const given: Record<string, JsonObject[string]> = { ...attributes };
  for (const [field, raw, value] of [
    ['emailAsGiven', fields.email, readable(fields.email, normaliseEmail)],
    ['phoneAsGiven', fields.phone, readable(fields.phone, normalisePhone)],
  ] as const) {
    if (textOf(raw) && value === undefined) given[field] = textOf(raw) ?? null;
  }
  const size = textOf(fields.companySize);
  if (size && row.company === null && !textOf(fields.company)) given['companySize'] = size;
  const next = policy === 'fill' ? { ...given, ...row.attributes } : { ...row.attributes, ...given };
  return Object.keys(given).some((key) => !Object.is(next[key], row.attributes[key])) ? next : row.attributes;
}

function changedCompany(row: LeadRow, { fields, policy }: FieldChanges, companies: ReadonlyMap<string, CompanyRow>): CompanyRow | null {
  if (policy === 'overwrite' && fields.company === null) return null;
  const name = textOf(fields.company);
  const found = name ? companies.get(companyNameKey(name)) : undefined;
  if (found === undefined) return row.company;
  return row.company === null || row.company.id === found.id || policy === 'overwrite' ? found : row.company;
}

/** Undefined: nothing was said. Null: the field is to be emptied. */
function textOf(value: string | null | undefined): string | null | undefined {
  if (value === null || value === undefined) return value;
  const text = value.trim().slice(0, LONGEST_TEXT);
  return text === '' ? undefined : text;
}

function readable(value: string | null | undefined, read: (text: string) => string | null): string | null | undefined {
  const text = textOf(value);
  return text === null || text === undefined ? text : (read(text) ?? undefined);
}
