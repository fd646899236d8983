import type { Prisma } from '@tendril/db';
import type { LeadRow } from '../../api/views.ts';
import { readCursor, writeCursor } from '../page-cursor.ts';
import type { Caller, Page } from '../ports.ts';
import type { LeadParts } from './lead-parts.ts';
import { leadRow, type StoredLead } from './lead-row.ts';

/** Which leads to show. */
export interface LeadFilter {
  readonly search?: string | undefined;
  readonly pool?: string | undefined;
  readonly stage?: string | undefined;
  readonly grade?: string | undefined;
}

/** Which leads to show, and in what order. */
export interface ListInput extends LeadFilter {
  readonly sort: 'score' | 'created' | 'seen' | 'name';
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const COLUMN = { score: 'scoreTotal', created: 'createdAt', seen: 'lastSeenAt', name: 'name' } as const;

/** The leads that match, a page at a time. Leads merged into others are not shown. */
export async function listLeads(
  { db, runtime }: Pick<LeadParts, 'db' | 'runtime'>,
  { workspaceId }: Caller,
  input: ListInput,
): Promise<Page<LeadRow>> {
  const where = leadsMatching(workspaceId, input);
  const column = COLUMN[input.sort];
  const direction = input.sort === 'name' ? 'asc' : 'desc';
  const nullable = input.sort === 'seen' || input.sort === 'name';
  const orderBy = [
    { [column]: nullable ? { sort: direction, nulls: 'last' } : direction },
    { id: direction },
  ] as Prisma.LeadOrderByWithRelationInput[];
  const [now, total, rows] = await Promise.all([
    runtime.now({ workspaceId }),
    db.client.lead.count({ where }),
    db.client.lead.findMany({ where: { AND: [where, after(input, direction)] }, orderBy, take: input.limit + 1, include: { company: true } }),
  ]);
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  const shown = page.map((lead) => leadRow(lead, now));
  // The database sorts by stored sums, the page shows faded ones; within a page they must not look out of order.
  const ordered = input.sort === 'score' ? shown.toSorted((a, b) => b.score - a.score) : shown;
  return { rows: ordered, total, next: rows.length > input.limit && last !== undefined ? writeCursor([sortValue(last, input.sort), last.id]) : null };
}

/** The leads that a filter of the list shows. */
export function leadsMatching(workspaceId: string, { search, pool, stage, grade }: LeadFilter): Prisma.LeadWhereInput {
  return {
    ...leadsFound(workspaceId, search?.trim() ?? ''),
    ...(pool === undefined ? {} : { pool }),
    ...(stage === undefined ? {} : { stage }),
    ...(grade === undefined ? {} : { grade: { startsWith: grade } }),
  };
}

/** Leads with a text in their name, address, number or company; all of the workspace for an empty one. */
export function leadsFound(workspaceId: string, text: string): Prisma.LeadWhereInput {
  const contains = { contains: text, mode: 'insensitive' } as const;
  // People type numbers as they stand on a card; stored is E.164.
  const digits = text.replace(/[\s-]/g, '');
  const found = [
    { name: contains },
    { email: contains },
    { company: { name: contains } },
    ...(/^\+?\d{3,}$/.test(digits) ? [{ phone: { contains: digits } }] : []),
  ];
  return { workspaceId, mergedInto: null, ...(text === '' ? {} : { OR: found }) };
}

function sortValue(lead: StoredLead, sort: ListInput['sort']): string | number | null {
  const value = lead[COLUMN[sort]];
  return value instanceof Date ? value.toISOString() : value;
}

/** Leads behind the last one of the page before. Unknown values come last. */
function after({ sort, cursor }: ListInput, direction: 'asc' | 'desc'): Prisma.LeadWhereInput {
  if (cursor === undefined) return {};
  const [value = null, id = ''] = readCursor(cursor, 2);
  const column = COLUMN[sort];
  const beyond = direction === 'asc' ? 'gt' : 'lt';
  const sameValue = { [column]: value, id: { [beyond]: String(id) } };
  if (value === null) return sameValue;
  const nullsBehind = sort === 'seen' || sort === 'name' ? [{ [column]: null }] : [];
  return { OR: [{ [column]: { [beyond]: value } }, sameValue, ...nullsBehind] };
}
