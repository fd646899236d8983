import { lockEntry } from '@tendril/db/queries';
import type { Instant } from '@tendril/journey/model';
import type { EntryRules } from '@tendril/journey/nodes';
import { parseDuration } from '@tendril/journey/time';
import type { Work } from '../work/work.ts';

/** Which entry of which journey. */
export interface RatedEntry {
  readonly journeyId: string;
  readonly nodeId: string;
}

/** When leads came in lately by an entry with a rate; everybody else who asks there waits until this transaction ends. */
export async function recentEntries({ tx, now }: Work, entry: RatedEntry, { rate = null }: EntryRules): Promise<readonly Instant[]> {
  if (rate === null) return [];
  await lockEntry(tx, entry);
  const since = new Date(now - (parseDuration(rate.per) ?? 0));
  const runs = await tx.run.findMany({
    where: { journeyId: entry.journeyId, ratedEntry: entry.nodeId, startedAt: { gt: since } },
    orderBy: { startedAt: 'desc' },
    take: rate.count,
    select: { startedAt: true },
  });
  return runs.map(({ startedAt }) => startedAt.getTime());
}

/** Whether other leads wait outside the entry, who go first. */
export async function othersWait({ tx }: Work, { journeyId, nodeId }: RatedEntry, leadId: string): Promise<boolean> {
  return (await tx.entryQueue.findFirst({ where: { journeyId, nodeId, leadId: { not: leadId } }, select: { leadId: true } })) !== null;
}

/** Lets a lead wait outside; one that waits already keeps its place. */
export async function waitOutside(
  { tx, workspace, now }: Work,
  { journeyId, nodeId }: RatedEntry,
  { leadId, eventId }: { readonly leadId: string; readonly eventId: string | null },
): Promise<void> {
  const data = { journeyId, nodeId, leadId, workspaceId: workspace.id, eventId, queuedAt: new Date(now) };
  await tx.entryQueue.createMany({ data: [data], skipDuplicates: true });
}
