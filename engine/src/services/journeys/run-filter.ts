import { type Db, Prisma } from '@tendril/db';
import { leadsFound } from '../leads/list-leads.ts';

/** Which runs of a journey. */
export interface RunFilter {
  /** Where the lead stands now, or where its run ended. */
  readonly nodeId?: string | undefined;
  /** A run's status; or `waiting` or `held` for those who are inside and rest, or are kept by a pause or a stopped channel. */
  readonly status?: string | undefined;
  readonly version?: number | undefined;
  /** A part of a lead's name, address, number or company. */
  readonly search?: string | undefined;
}

/** Leads that a search looks through; a longer list is for a narrower search. */
const MOST_FOUND = 2_000;

/** The runs of a journey that a filter lets through. */
export async function runFilter(
  client: Db['client'],
  { id: journeyId, workspaceId }: { readonly id: string; readonly workspaceId: string },
  { nodeId, status, version, search }: RunFilter,
): Promise<Prisma.RunWhereInput> {
  const text = search?.trim() ?? '';
  const found =
    text === ''
      ? null
      : await client.lead.findMany({ where: leadsFound(workspaceId, text), orderBy: { id: 'desc' }, take: MOST_FOUND, select: { id: true } });
  return {
    journeyId,
    ...(nodeId === undefined ? {} : { nodeId }),
    ...(version === undefined ? {} : { version }),
    ...(found === null ? {} : { leadId: { in: found.map(({ id }) => id) } }),
    ...ofStatus(status),
  };
}

function ofStatus(status: string | undefined): Prisma.RunWhereInput {
  switch (status) {
    case undefined:
      return {};
    case 'held':
      return { status: 'running', heldSince: { not: null } };
    case 'waiting':
      // A wait without limit has no instant, only a cursor that says so.
      return { status: 'running', heldSince: null, OR: [{ wakeAt: { not: null } }, { cursor: { path: ['waitsUntil'], equals: Prisma.JsonNull } }] };
    default:
      return { status };
  }
}
