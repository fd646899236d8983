import { findHandles, insertHandles, insertLeads } from '@tendril/db/queries';
import type { Instant } from '@tendril/journey/model';
import { Overtaken } from '../work/in-transaction.ts';
import type { Work } from '../work/work.ts';
import type { LeadRow, LeadTexts } from './lead-row.ts';
import { mergeLeads } from './merge-leads.ts';
import { type Handle, keyOf } from './normalise-handles.ts';

/** Somebody says: this is me. */
export interface Claim {
  /** A lead known by its id; wins over nothing, joins with what the handles find. */
  readonly leadId?: string | undefined;
  readonly handles: readonly Handle[];
  readonly anonymousId: string | null;
  /** Tells apart two people who share a phone. */
  readonly name: string | null;
  /** When a lead that has to be made first came. */
  readonly since: Instant;
}

/** Who they are. */
export interface Resolution {
  /** The lead of each claim, in the order of the claims; null: a visitor nobody knows yet, or an unknown lead id. */
  readonly leadIds: readonly (string | null)[];
  readonly created: readonly string[];
  readonly absorbed: readonly { readonly from: string; readonly to: string }[];
  /** Visitors who are known from now on. */
  readonly linked: readonly { readonly anonymousId: string; readonly leadId: string }[];
}

const NO_TEXTS: LeadTexts = {
  name: null,
  email: null,
  phone: null,
  title: null,
  city: null,
  region: null,
  industry: null,
  source: null,
  owner: null,
  locale: null,
  timeZone: null,
};

/**
 * Finds the leads of claims by their handles, makes those that are missing, merges those that turn out to be one person,
 * and links visitors. All leads of the claims are locked afterwards.
 */
export async function resolveLeads(work: Work, claims: readonly Claim[]): Promise<Resolution> {
  const owners = await findOwners(work, claims);
  const search = createSearch(work, owners);
  const known = claims.map((claim) => (isNamed(claim) ? search.ownerOf(claim) : null));
  const leadIds = claims.map((claim, index) => (isNamed(claim) ? (known[index] ?? null) : search.visitorOf(claim)));
  await writeDown(work, search);
  return { leadIds: leadIds.map((id) => (id === null ? null : work.leads.require(id).id)), ...search };
}

const isNamed = (claim: Claim): boolean => claim.leadId !== undefined || claim.handles.length > 0;

/** Which lead has which handle, with all those leads locked. */
async function findOwners(work: Work, claims: readonly Claim[]): Promise<Map<string, string>> {
  const { tx, workspace, leads } = work;
  const handles = new Map<string, Handle>();
  for (const claim of claims) {
    const visitor: readonly Handle[] = claim.anonymousId === null ? [] : [{ kind: 'anonymous', value: claim.anonymousId }];
    for (const handle of [...claim.handles, ...visitor]) handles.set(keyOf(handle), handle);
  }
  const rows = await findHandles(tx, workspace.id, [...handles.values()]);
  await leads.lock(tx, workspace.id, [
    ...rows.map((row) => row.leadId),
    ...claims.flatMap((claim) => (claim.leadId === undefined ? [] : [claim.leadId])),
  ]);
  return new Map(rows.map((row) => [keyOf(row), row.leadId]));
}

/** What a search finds out; nothing is written while it goes on. */
interface Search {
  readonly created: string[];
  readonly absorbed: { from: string; to: string }[];
  readonly linked: { anonymousId: string; leadId: string }[];
  readonly added: { kind: string; value: string; leadId: string }[];
  ownerOf(claim: Claim): string | null;
  visitorOf(claim: Claim): string | null;
}

function createSearch(work: Work, owners: Map<string, string>): Search {
  const { leads } = work;
  const became = new Map<string, string>();
  const follow = (id: string): string => {
    const next = became.get(id);
    return next === undefined ? (leads.get(id)?.id ?? id) : follow(next);
  };
  const find = (handle: Handle): LeadRow | undefined => {
    const id = owners.get(keyOf(handle));
    return id === undefined ? undefined : leads.get(follow(id));
  };
  const search: Search = {
    created: [],
    absorbed: [],
    linked: [],
    added: [],
    ownerOf: (claim) => {
      const named = claim.leadId === undefined ? undefined : leads.get(follow(claim.leadId));
      const found = distinct([named, ...claim.handles.map(find)]).filter((row) => row === named || isSamePerson(row, claim, find));
      if (claim.leadId !== undefined && named === undefined && found.length === 0) return null;
      const [oldest, ...others] = found.toSorted(byAge);
      const owner = oldest?.id ?? make(work, claim, search);
      for (const { id } of others) {
        became.set(id, owner);
        search.absorbed.push({ from: id, to: owner });
      }
      for (const handle of claim.handles) attach(handle, owner);
      if (claim.anonymousId !== null && attach({ kind: 'anonymous', value: claim.anonymousId }, owner))
        search.linked.push({ anonymousId: claim.anonymousId, leadId: owner });
      return owner;
    },
    visitorOf: ({ anonymousId }) => (anonymousId === null ? null : (find({ kind: 'anonymous', value: anonymousId })?.id ?? null)),
  };
  const attach = (handle: Handle, leadId: string): boolean => {
    if (owners.has(keyOf(handle))) return false;
    owners.set(keyOf(handle), leadId);
    search.added.push({ ...handle, leadId });
    return true;
  };
  return search;
}

function make(work: Work, claim: Claim, search: Search): string {
  const id = work.newId();
  work.leads.put({
    id,
    workspaceId: work.workspace.id,
    texts: NO_TEXTS,
    stage: 'lead',
    pool: 'nurture',
    attributes: {},
    company: null,
    scores: {},
    lastSeenAt: null,
    mergedInto: null,
    createdAt: Math.min(claim.since, work.now),
  });
  search.created.push(id);
  return id;
}

/**
 * A phone alone does not join two people who have different mail addresses and different names: they share a desk.
 * Everything else that matches does.
 */
function isSamePerson(row: LeadRow, claim: Claim, find: (handle: Handle) => LeadRow | undefined): boolean {
  const byPhoneOnly = claim.handles.every((handle) => handle.kind === 'phone' || find(handle) !== row);
  const email = claim.handles.find((handle) => handle.kind === 'email')?.value;
  const { texts } = row;
  const differs = (mine: string | null | undefined, theirs: string | null): boolean => mine != null && theirs !== null && mine !== theirs;
  return !(byPhoneOnly && differs(email, texts.email) && differs(claim.name, texts.name));
}

async function writeDown(work: Work, search: Search): Promise<void> {
  const { tx, workspace, leads } = work;
  if (search.created.length > 0) {
    const fresh = search.created.map((id) => ({ id, createdAt: new Date(leads.require(id).createdAt).toISOString() }));
    await insertLeads(tx, workspace.id, fresh);
  }
  const free = await insertHandles(tx, workspace.id, search.added);
  if (free < search.added.length) throw new Overtaken('Another transaction gave one of these handles away.');
  for (const { from, to } of search.absorbed) await mergeLeads(work, { from, to });
}

const byAge = (a: LeadRow, b: LeadRow): number => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);

function distinct(rows: readonly (LeadRow | undefined)[]): readonly LeadRow[] {
  return [...new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.id, row] as const]))).values()];
}
