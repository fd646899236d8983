import { loadRules } from '../events/score-events.ts';
import { scoreProfiles } from '../events/score-profiles.ts';
import { type RuntimeParts, transact } from '../work/work.ts';

const BATCH = 200;

/** Brings the fit of every lead in line with the rules, batch by batch, so that nobody waits long for a lead. */
export async function rescoreProfiles(parts: RuntimeParts, workspaceId: string): Promise<{ changed: number }> {
  let changed = 0;
  let after: string | null = null;
  do {
    const from: string | null = after;
    const batch: { last: string | null; changed: number } = await transact(parts, workspaceId, async (work) => {
      const rows = await work.tx.lead.findMany({
        where: { workspaceId, mergedInto: null, ...(from === null ? {} : { id: { gt: from } }) },
        orderBy: { id: 'asc' },
        take: BATCH,
        select: { id: true },
      });
      const ids = rows.map((row) => row.id);
      await work.leads.lock(work.tx, workspaceId, ids);
      return { last: ids.at(-1) ?? null, changed: await scoreProfiles(work, ids, await loadRules(work)) };
    });
    changed += batch.changed;
    after = batch.last;
  } while (after !== null);
  return { changed };
}
