import type { LeadRecord, LeadUpdate } from '@tendril/db/queries';
import type { Instant, Json, JsonObject } from '@tendril/journey/model';
import { DEFAULT_SETTINGS, isProfileKnown, type Profile, readScore, readScoreState, type ScoreReading, type ScoreState } from '@tendril/scoring';

/** A company as its leads see it. */
export interface CompanyRow {
  readonly id: string;
  readonly name: string;
  readonly industry: string | null;
  readonly size: string | null;
  readonly domain: string | null;
  readonly attributes: JsonObject;
}

/** Columns of a lead that hold plain text or nothing. */
export interface LeadTexts {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly title: string | null;
  readonly city: string | null;
  readonly region: string | null;
  readonly industry: string | null;
  readonly source: string | null;
  readonly owner: string | null;
  readonly locale: string | null;
  readonly timeZone: string | null;
}

/** A lead as it is worked on inside a transaction. Immutable: a change makes a new one, which the lead book keeps. */
export interface LeadRow {
  readonly id: string;
  readonly workspaceId: string;
  readonly texts: LeadTexts;
  readonly stage: string;
  readonly pool: string;
  readonly attributes: JsonObject;
  readonly company: CompanyRow | null;
  readonly scores: ScoreState;
  readonly lastSeenAt: Instant | null;
  readonly mergedInto: string | null;
  readonly createdAt: Instant;
}

/** Reads a lead as the database answers it. */
export function leadRowOf(record: LeadRecord): LeadRow {
  const { name, email, phone, title, city, region, industry, source, owner, locale, timeZone } = record;
  return {
    id: record.id,
    workspaceId: record.workspaceId,
    texts: { name, email, phone, title, city, region, industry, source, owner, locale, timeZone },
    stage: record.stage,
    pool: record.pool,
    attributes: asObject(record.attributes),
    company: companyOf(record),
    scores: readScoreState(record.scores),
    lastSeenAt: record.lastSeenAt?.getTime() ?? null,
    mergedInto: record.mergedInto,
    createdAt: record.createdAt.getTime(),
  };
}

/** Writes a lead as the database wants it, with total and grade as of now for lists. */
export function leadUpdateOf(row: LeadRow, now: Instant): LeadUpdate {
  const { total, grade } = scoreOfRow(row, now);
  return {
    id: row.id,
    ...row.texts,
    stage: row.stage,
    pool: row.pool,
    attributes: row.attributes,
    scores: row.scores,
    scoreTotal: total,
    grade,
    lastSeenAt: row.lastSeenAt === null ? null : new Date(row.lastSeenAt).toISOString(),
    companyId: row.company?.id ?? null,
  };
}

/** The lead's score at an instant. */
export function scoreOfRow(row: LeadRow, now: Instant): ScoreReading {
  return readScore(row.scores, { now, lastSeenAt: row.lastSeenAt, profileKnown: isProfileKnown(profileOf(row)) }, DEFAULT_SETTINGS);
}

/** Who the lead is, in the names that conditions and templates use. A field that is not known is left out. */
export function profileOf(row: LeadRow): Profile {
  const { company } = row;
  const known: Record<string, Json> = {};
  const own = { ...row.texts, industry: row.texts.industry ?? company?.industry ?? null, stage: row.stage, pool: row.pool };
  const companyFields = { company: company?.name ?? null, companySize: company?.size ?? row.attributes['companySize'] ?? null };
  const times = {
    createdAt: new Date(row.createdAt).toISOString(),
    lastSeenAt: row.lastSeenAt === null ? null : new Date(row.lastSeenAt).toISOString(),
  };
  for (const [field, value] of Object.entries({ ...row.attributes, ...own, ...companyFields, ...times })) {
    if (value !== null) known[field] = value;
  }
  return { attributes: known, company: company === null ? null : companyFieldsOf(company) };
}

function companyFieldsOf({ name, industry, size, domain, attributes }: CompanyRow): JsonObject {
  const known: Record<string, Json> = { ...attributes, name };
  if (industry !== null) known['industry'] = industry;
  if (size !== null) known['size'] = size;
  if (domain !== null) known['domain'] = domain;
  return known;
}

function companyOf(record: LeadRecord): CompanyRow | null {
  if (record.companyId === null || record.companyName === null) return null;
  return {
    id: record.companyId,
    name: record.companyName,
    industry: record.companyIndustry,
    size: record.companySize,
    domain: record.companyDomain,
    attributes: asObject(record.companyAttributes),
  };
}

/** A JSON column that should hold an object; anything else counts as empty. */
export function asObject(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

const STAGES = ['lead', 'mql', 'sql', 'opportunity', 'customer'];

/** Whether stage `a` comes before stage `b`; a stage of the workspace's own comes before all. */
export function isEarlierStage(a: string, b: string): boolean {
  return STAGES.indexOf(a) < STAGES.indexOf(b);
}
