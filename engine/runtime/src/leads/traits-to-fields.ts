import type { Json, JsonObject } from '@tendril/journey/model';
import type { FieldChanges } from './apply-fields.ts';
import type { LeadField } from './lead-input.ts';

/** Segment's names of what we know by another name. */
const ALIASES: { readonly [trait: string]: LeadField } = {
  name: 'name',
  email: 'email',
  phone: 'phone',
  title: 'title',
  position: 'title',
  jobTitle: 'title',
  job_title: 'title',
  city: 'city',
  region: 'region',
  state: 'region',
  industry: 'industry',
  source: 'source',
  locale: 'locale',
  timezone: 'timeZone',
  timeZone: 'timeZone',
  companySize: 'companySize',
  employees: 'companySize',
};

const IGNORED = new Set(['id', 'firstName', 'lastName', 'company', 'address', 'avatar', 'createdAt', 'anonymousId', 'userId']);

/** What an `identify` says of a lead, in our words. Newer words win over older ones. Traits we have no place for become attributes. */
export function traitsToFields(traits: JsonObject): FieldChanges {
  const fields: { [field in LeadField]?: string } = {};
  const attributes: Record<string, Json> = {};
  const set = (field: LeadField, value: Json | undefined): void => {
    const text = asText(value);
    if (text !== null) fields[field] = text;
  };
  set('name', fullName(traits));
  const address = asRecord(traits['address']);
  set('city', address['city']);
  set('region', address['state'] ?? address['region']);
  for (const [trait, value] of Object.entries(traits)) {
    const field = ALIASES[trait];
    if (field !== undefined) set(field, value);
    else if (!IGNORED.has(trait) && value !== null) attributes[trait] = value;
  }
  const company = asRecord(traits['company']);
  set('company', typeof traits['company'] === 'string' ? traits['company'] : company['name']);
  set('companySize', company['employees'] ?? company['employee_count'] ?? company['size']);
  if (fields.industry === undefined) set('industry', company['industry']);
  return { fields, attributes, policy: 'overwrite' };
}

function fullName(traits: JsonObject): string {
  const first = asText(traits['firstName']);
  const last = asText(traits['lastName']);
  return [first, last].filter((part) => part !== null).join(' ');
}

function asText(value: Json | undefined): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

function asRecord(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}
