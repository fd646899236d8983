import { evaluate } from '@tendril/journey/conditions';
import type { Condition } from '@tendril/journey/model';
import { asObject } from '../leads/lead-row.ts';
import { seeLead } from '../leads/snapshot.ts';
import { enrolLead, type LiveEntry } from '../runs/enrol-lead.ts';
import type { Work } from '../work/work.ts';
import { STATE_TRIGGERS, watchedCondition } from './watched-condition.ts';

/** A transaction at one moment of a workspace's clock. */
export interface Moment {
  readonly tx: Work['tx'];
  readonly workspace: Pick<Work['workspace'], 'id' | 'timeZone'>;
  readonly now: Work['now'];
}

/** A live entry by what a lead is. */
export interface StateEntry extends LiveEntry {
  readonly condition: Condition;
}

/** The live entries of a workspace that watch what its leads are. */
export async function stateEntries({ tx, workspace }: Pick<Moment, 'tx' | 'workspace'>): Promise<readonly StateEntry[]> {
  const rows = await tx.entryPoint.findMany({
    where: { workspaceId: workspace.id, trigger: { in: [...STATE_TRIGGERS] } },
    orderBy: [{ journeyId: 'asc' }, { nodeId: 'asc' }],
  });
  if (rows.length === 0) return [];
  const live = await tx.journey.findMany({ where: { id: { in: rows.map((row) => row.journeyId) }, status: 'live' }, select: { id: true } });
  const ids = new Set(live.map(({ id }) => id));
  return rows.flatMap(({ journeyId, nodeId, version, trigger, filter }) => {
    const condition = ids.has(journeyId) ? watchedCondition(trigger, asObject(filter)) : null;
    return condition === null ? [] : [{ journeyId, nodeId, version, condition }];
  });
}

/**
 * Lets locked leads in for whom what an entry watches has become true, and forgets those for whom it is true no more, so
 * that they may come in when it becomes true again. What is known of them is written already.
 */
export async function matchStates(work: Work, leadIds: readonly string[]): Promise<void> {
  const ids = [...new Set(leadIds.map((id) => work.leads.require(id).id))];
  if (ids.length === 0) return;
  const entries = await stateEntries(work);
  if (entries.length === 0) return;
  const { tx, now, workspace } = work;
  const rows = await tx.entryMember.findMany({ where: { leadId: { in: ids }, journeyId: { in: entries.map((entry) => entry.journeyId) } } });
  const members = new Set(rows.map(({ journeyId, nodeId, leadId }) => `${journeyId} ${nodeId} ${leadId}`));
  for (const leadId of ids) {
    const { view } = await seeLead(work, work.leads.require(leadId), []);
    for (const entry of entries) {
      const { journeyId, nodeId, condition } = entry;
      const holds = evaluate(condition, view, now, { timeZone: workspace.timeZone }) === true;
      const isMember = members.has(`${journeyId} ${nodeId} ${leadId}`);
      if (holds === isMember) continue;
      if (!holds) {
        await tx.entryMember.deleteMany({ where: { journeyId, nodeId, leadId } });
        continue;
      }
      await tx.entryMember.createMany({ data: [{ journeyId, nodeId, leadId }], skipDuplicates: true });
      await enrolLead(work, { entry, leadId, event: null });
    }
  }
}
