import { addMatchingMembers, findStrangers, findStrayLeads } from '@tendril/db/queries';
import { asObject } from '../leads/lead-row.ts';
import { type RuntimeParts, transact, type Work } from '../work/work.ts';
import { type Moment, matchStates, savedSegments, stateEntries } from './match-states.ts';
import { sqlOptions } from './sql-options.ts';
import { watchedState } from './watched-state.ts';

/** Leads looked at in one transaction. */
const BATCH = 100;

/**
 * Notes for whom what a journey's entries watch is true at this moment, so that only those come in for whom it becomes
 * true later. Belongs into the transaction in which a version goes live. Members noted before stay.
 */
export async function noteMembers(at: Moment, journeyId: string): Promise<void> {
  const entries = await stateEntries(at, journeyId);
  await at.tx.entryMember.deleteMany({ where: { journeyId, nodeId: { notIn: entries.map(({ nodeId }) => nodeId) } } });
  for (const entry of entries) await addMatchingMembers(at.tx, entry, entry.state.matching(sqlOptions(at)));
}

/**
 * Finds what has become true, or true no more, by time alone, such as a score that decays, and does for those leads what a
 * change of theirs would have done. May be called again, and by several processes: the leads' locks and the members decide.
 * @returns how many leads were looked at
 */
export async function sweepStates(parts: RuntimeParts, workspaceId: string): Promise<{ readonly looked: number }> {
  let looked = 0;
  let after: string | null = null;
  do {
    const ids: readonly string[] = await transact(parts, workspaceId, (work) => sweepBatch(work, after), { bulk: true });
    looked += ids.length;
    after = ids.length < BATCH ? null : (ids.at(-1) ?? null);
  } while (after !== null);
  return { looked };
}

/** @returns the leads looked at, in the order of their ids */
async function sweepBatch(work: Work, after: string | null): Promise<readonly string[]> {
  const stray = new Set<string>();
  for (const entry of await stateEntries(work)) {
    const matching = entry.state.matching(sqlOptions(work));
    for (const id of await findStrayLeads(work.tx, entry, { matching, after, limit: BATCH })) stray.add(id);
  }
  const ids = [...stray].sort().slice(0, BATCH);
  await work.leads.lock(work.tx, work.workspace.id, ids);
  await matchStates(
    work,
    ids.filter((id) => work.leads.get(id) !== undefined),
  );
  return ids;
}

/** Leads of whom what an entry would watch is true now, and who never were in the journey. None for an entry by ceasing. */
export async function watchingNow(
  at: Moment,
  entry: { readonly trigger: string; readonly detail: unknown; readonly journeyId: string },
): Promise<readonly string[]> {
  const state = watchedState(entry.trigger, asObject(entry.detail), await savedSegments(at));
  return state?.letsIn !== 'becoming' ? [] : findStrangers(at.tx, entry.journeyId, state.matching(sqlOptions(at)));
}
