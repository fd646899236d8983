import { findNext, holdWatch, type LeadIdsQuery } from '@tendril/db/queries';
import type { Condition, Instant } from '@tendril/journey/model';
import type { DueQuestion, EntryRules } from '@tendril/journey/nodes';
import { conditionToSql, dueDatesToSql } from '@tendril/journey/sql';
import { leadTimeZone, nextOccurrence } from '@tendril/journey/time';
import { asObject } from '../leads/lead-row.ts';
import { seeLead } from '../leads/snapshot.ts';
import { enrolLead } from '../runs/enrol-lead.ts';
import { type RuntimeParts, transact, type Work } from '../work/work.ts';
import { type EntryRow, liveEntries } from './live-entries.ts';
import type { Moment } from './match-states.ts';
import { sqlOptions } from './sql-options.ts';

/** Triggers of entries by time: leads come in at an instant that a calendar says. */
const TIME_TRIGGERS = ['date', 'schedule'] as const;

/** Leads looked at in one transaction. */
const BATCH = 100;

/** Most batches for one entry before others have their turn. */
const BATCHES_AT_ONCE = 10;

/** Begins to watch a journey's entries by time at this moment; those watched already go on. Belongs into going live. */
export async function noteWatches(at: Moment, journeyId: string): Promise<void> {
  const { tx, workspace, now } = at;
  const where = { workspaceId: workspace.id, journeyId, trigger: { in: [...TIME_TRIGGERS] } };
  const nodeIds = (await tx.entryPoint.findMany({ where, select: { nodeId: true } })).map(({ nodeId }) => nodeId);
  await tx.entryWatch.deleteMany({ where: { journeyId, nodeId: { notIn: nodeIds } } });
  await tx.entryWatch.createMany({ data: nodeIds.map((nodeId) => ({ journeyId, nodeId, since: new Date(now) })), skipDuplicates: true });
}

/**
 * Lets leads in whose date has come round, or for whom a schedule has, since the entry was last looked at. How far it has
 * come is noted in the transaction that lets leads in, so nobody comes in twice by one occurrence and none is left out, also
 * after a stop of days; occurrences that have passed together count once. Several processes may do so at once.
 * @returns how many leads were looked at, and whether some are left for the next call
 */
export async function sweepTimes(parts: RuntimeParts, workspaceId: string): Promise<{ readonly looked: number; readonly more: boolean }> {
  const entries = await transact(parts, workspaceId, (work) => liveEntries(work, TIME_TRIGGERS));
  let [looked, more] = [0, false];
  for (const entry of entries) {
    let batch = { looked: 0, more: true };
    for (let nth = 0; batch.more && nth < BATCHES_AT_ONCE; nth += 1) {
      batch = await transact(parts, workspaceId, (work) => sweepBatch(work, entry), { bulk: true });
      looked += batch.looked;
    }
    more ||= batch.more;
  }
  return { looked, more };
}

async function sweepBatch(work: Work, row: EntryRow): Promise<{ readonly looked: number; readonly more: boolean }> {
  const { tx, now, leads } = work;
  const over = { looked: 0, more: false };
  const watch = await holdWatch(tx, row, new Date(now));
  if (watch === null) return over;
  const [since, until] = [watch.since.getTime(), watch.until?.getTime() ?? now];
  if (until <= since) return over;
  const where = { journeyId_nodeId: { journeyId: row.journeyId, nodeId: row.nodeId } };
  const timed = await timedEntry(work, row, { since, until });
  if (timed === null) {
    await tx.entryWatch.update({ where, data: { since: new Date(until), until: null, cursor: null } });
    return over;
  }
  const ids = await findNext(tx, { matching: timed.matching, after: watch.cursor, limit: BATCH });
  await leads.lock(tx, work.workspace.id, ids);
  for (const leadId of ids) {
    if (leads.get(leadId) === undefined || !(await timed.isDue(leadId))) continue;
    await enrolLead(work, { entry: row, leadId, event: null });
  }
  const more = ids.length === BATCH;
  const data = more ? { until: new Date(until), cursor: ids.at(-1) ?? null } : { since: new Date(until), until: null, cursor: null };
  await tx.entryWatch.update({ where, data });
  return { looked: ids.length, more };
}

/** Who may come in by an entry in a stretch of time: a statement that answers enough leads, and the last word on each. */
interface TimedEntry {
  readonly matching: LeadIdsQuery;
  isDue(leadId: string): Promise<boolean>;
}

interface Stretch {
  readonly since: Instant;
  readonly until: Instant;
}

/** Null if nobody comes in by the entry in this stretch. */
async function timedEntry(work: Work, row: EntryRow, { since, until }: Stretch): Promise<TimedEntry | null> {
  const { tx, parts, workspace } = work;
  const live = await tx.journeyVersion.findUnique({ where: { journeyId_number: { journeyId: row.journeyId, number: row.version } } });
  const loaded = live === null ? null : await parts.programs.load(tx, live.programHash);
  const node = loaded?.program.nodes[row.nodeId];
  const definition = node === undefined ? undefined : parts.nodeTypes.get(node.kind);
  const config = definition?.config.safeParse(node?.config);
  if (loaded === null || definition?.due === undefined || config?.success !== true) return null;
  const timeZone = loaded.settings.timeZone ?? workspace.timeZone;
  const detail = asObject(row.filter);
  if (row.trigger === 'schedule') {
    const [rule, start, time] = [textOf(detail['rule']), textOf(detail['start']), textOf(detail['time'])];
    const next = nextOccurrence({ rule, start, time, zone: timeZone }, since);
    if (next === null || next > until) return null;
    const { filter = null } = config.data as Partial<EntryRules>;
    const conditions: readonly Condition[] = [loaded.settings.audience, filter].filter((condition) => condition !== null);
    return { matching: conditionToSql({ all: conditions }, { ...sqlOptions(work), timeZone }), isDue: async () => true };
  }
  const due = (asked: DueQuestion): Instant | null => definition.due?.(config.data, asked) ?? null;
  const [field, offsetDays] = [textOf(detail['attribute']), typeof detail['offsetDays'] === 'number' ? detail['offsetDays'] : 0];
  const dates = { workspaceId: workspace.id, timeZone, field, offsetDays, yearly: detail['repeat'] === 'yearly', since, until };
  return {
    matching: dueDatesToSql(dates),
    isDue: async (leadId) => {
      const { view } = await seeLead(work, work.leads.require(leadId), []);
      const leadZone = leadTimeZone(view, loaded.settings.timeZone, workspace.timeZone).zone;
      const at = due({ lead: view, now: since, leadZone, timeZone });
      return at !== null && at <= until;
    },
  };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
