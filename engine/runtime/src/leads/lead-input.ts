import type { Instant, JsonObject } from '@tendril/journey/model';

/** Fields of a lead that anybody may fill in. `company` is the company's name. */
export const LEAD_FIELDS = [
  'name',
  'email',
  'phone',
  'title',
  'city',
  'region',
  'industry',
  'source',
  'company',
  'companySize',
  'owner',
  'locale',
  'timeZone',
] as const;

/** Name of a field of a lead that has a place of its own; everything else is a free attribute. */
export type LeadField = (typeof LEAD_FIELDS)[number];

/** What somebody agreed to. */
export interface ConsentInput {
  readonly channel: 'email' | 'wecom' | 'sms';
  readonly topic: string;
  readonly status: 'granted' | 'withdrawn';
  /** By whose word: import, form, unsubscribe, staff. */
  readonly source: string;
}

/** A lead as an import, a form or a colleague tells it. */
export interface LeadInput {
  readonly workspaceId: string;
  /** A lead to change; without it the lead is found by its handles, or made. */
  readonly leadId?: string;
  /** Empty texts count as absent; null empties a field (only with `overwrite`). Mail address and phone are handles. */
  readonly fields?: { readonly [field in LeadField]?: string | null };
  readonly attributes?: JsonObject;
  /** Further handles. */
  readonly userId?: string;
  readonly anonymousId?: string;
  readonly wecom?: string;
  /** `fill` keeps what is known and only fills gaps; `overwrite` takes the new value. */
  readonly policy: 'fill' | 'overwrite';
  readonly consents?: readonly ConsentInput[];
  /** When the lead first came, on the workspace's clock; absent: now. Only for leads that are made. */
  readonly createdAt?: Instant;
}

/** What became of a lead that was handed in. */
export interface UpsertedLead {
  readonly leadId: string;
  readonly outcome: 'created' | 'matched';
  /** Other leads that turned out to be the same person and are part of this one now. */
  readonly absorbed: readonly string[];
  /** Runs started because the lead is new. */
  readonly runIds: readonly string[];
}
