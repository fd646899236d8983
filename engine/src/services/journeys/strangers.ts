import type { Db } from '@tendril/db';

/** Leads of a workspace that never were in a journey. */
export interface StrangersQuestion {
  readonly workspaceId: string;
  readonly journeyId: string;
  /** Id of the last lead looked at before. */
  readonly after: string | null;
  /** Leads looked at. */
  readonly take: number;
}

/**
 * Looks at the next leads in the order of their ids.
 * @returns those among them that never were in the journey, and the last one looked at (null at the end of the list)
 */
export async function nextStrangers(
  { client }: Pick<Db, 'client'>,
  { workspaceId, journeyId, after, take }: StrangersQuestion,
): Promise<{ readonly leadIds: readonly string[]; readonly looked: number; readonly last: string | null }> {
  const leads = await client.lead.findMany({
    where: { workspaceId, mergedInto: null, ...(after === null ? {} : { id: { gt: after } }) },
    select: { id: true },
    orderBy: { id: 'asc' },
    take,
  });
  const ids = leads.map(({ id }) => id);
  const runs = await client.run.findMany({ where: { journeyId, leadId: { in: ids } }, select: { leadId: true } });
  const known = new Set(runs.map(({ leadId }) => leadId));
  return { leadIds: ids.filter((id) => !known.has(id)), looked: ids.length, last: ids.length < take ? null : (ids.at(-1) ?? null) };
}
