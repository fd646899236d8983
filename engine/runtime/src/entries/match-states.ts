import { findAmong } from '@tendril/db/queries';
import type { Condition } from '@tendril/journey/model';
import { asObject } from '../leads/lead-row.ts';
import { seeLead } from '../leads/snapshot.ts';
import { enrolLead, type LiveEntry } from '../runs/enrol-lead.ts';
import type { Work } from '../work/work.ts';
import { liveEntries } from './live-entries.ts';
import { sqlOptions } from './sql-options.ts';
import { type Segments, STATE_TRIGGERS, type WatchedState, watchedState } from './watched-state.ts';

/** A transaction at one moment of a workspace's clock. */
export interface Moment {
  readonly tx: Work['tx'];
  readonly workspace: Pick<Work['workspace'], 'id' | 'timeZone'>;
  readonly now: Work['now'];
}

/** A live entry by what a lead is. */
export interface StateEntry extends LiveEntry {
  readonly state: WatchedState;
}

/** The live entries of a workspace that watch what its leads are; or those of one journey, also while it is paused. */
export async function stateEntries(at: Pick<Moment, 'tx' | 'workspace'>, journeyId?: string): Promise<readonly StateEntry[]> {
  const rows = await liveEntries(at, STATE_TRIGGERS, journeyId);
  const segments = rows.some(({ trigger }) => trigger === 'segment') ? await savedSegments(at) : NO_SEGMENTS;
  return rows.flatMap(({ journeyId: journey, nodeId, version, trigger, filter }) => {
    const state = watchedState(trigger, asObject(filter), segments);
    return state === null ? [] : [{ journeyId: journey, nodeId, version, state }];
  });
}

const NO_SEGMENTS: Segments = new Map();

/** The workspace's segments as they are now. */
export async function savedSegments({ tx, workspace }: Pick<Moment, 'tx' | 'workspace'>): Promise<Segments> {
  const rows = await tx.segment.findMany({ where: { workspaceId: workspace.id }, select: { name: true, condition: true } });
  // Written by the API alone, which has checked it.
  return new Map(rows.map(({ name, condition }) => [name, condition as unknown as Condition]));
}

/**
 * Lets locked leads in for whom what an entry watches has become true (or is true no more, if it watches for that) and
 * keeps the members in step, so that they may come in when it changes again. What is known of them is written already.
 */
export async function matchStates(work: Work, leadIds: readonly string[]): Promise<void> {
  const ids = [...new Set(leadIds.map((id) => work.leads.require(id).id))];
  if (ids.length === 0) return;
  const entries = await stateEntries(work);
  if (entries.length === 0) return;
  const { tx, now, workspace } = work;
  const rows = await tx.entryMember.findMany({ where: { leadId: { in: ids }, journeyId: { in: entries.map((entry) => entry.journeyId) } } });
  const members = new Set(rows.map(({ journeyId, nodeId, leadId }) => `${journeyId} ${nodeId} ${leadId}`));
  const known = await askDatabase(work, entries, ids);
  for (const leadId of ids) {
    const { view } = await seeLead(work, work.leads.require(leadId), []);
    for (const entry of entries) {
      const { journeyId, nodeId, state } = entry;
      const holds = state.holds?.(view, now, workspace.timeZone) ?? known.get(entry)?.has(leadId) ?? false;
      const isMember = members.has(`${journeyId} ${nodeId} ${leadId}`);
      if (holds === isMember) continue;
      if (holds) await tx.entryMember.createMany({ data: [{ journeyId, nodeId, leadId }], skipDuplicates: true });
      else await tx.entryMember.deleteMany({ where: { journeyId, nodeId, leadId } });
      if (holds === (state.letsIn === 'becoming')) await enrolLead(work, { entry, leadId, event: null });
    }
  }
}

/** For the states that cannot be seen in memory: the leads among these of whom they are true. */
async function askDatabase(
  work: Work,
  entries: readonly StateEntry[],
  ids: readonly string[],
): Promise<ReadonlyMap<StateEntry, ReadonlySet<string>>> {
  const known = new Map<StateEntry, ReadonlySet<string>>();
  for (const entry of entries) {
    if (entry.state.holds === null) known.set(entry, new Set(await findAmong(work.tx, ids, entry.state.matching(sqlOptions(work)))));
  }
  return known;
}
