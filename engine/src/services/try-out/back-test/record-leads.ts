import type { Db } from '@tendril/db';
import type { Instant, JsonObject, LeadView, ScriptedLead } from '@tendril/journey/model';
import type { RecordedLead } from '@tendril/journey/simulator';
import type { Runtime } from '@tendril/runtime';
import { isProfileKnown, type LedgerEntry, readDimension } from '@tendril/scoring';
import type { ScoringRecord } from './past-scoring.ts';

/** What is read to play past leads. Nothing is written. */
export interface RecordParts {
  readonly db: Pick<Db, 'client'>;
  readonly runtime: Pick<Runtime, 'snapshot'>;
}

/** Which leads, of which journey's, in which time. Instants of the workspace's clock. */
export interface RecordQuestion {
  readonly workspaceId: string;
  readonly journeyId: string;
  readonly leadIds: readonly string[];
  readonly from: Instant;
  readonly to: Instant;
}

/** A lead with all that is on record of it. */
export interface OnRecord {
  readonly recorded: RecordedLead;
  readonly scoring: ScoringRecord;
}

/** Messages of these statuses went out, or may have. */
const WENT_OUT = ['sent', 'unknown'];

/**
 * Reads leads as they were when the recorded time began. Events, consents, messages and points are on record with their
 * times; fields, tags, stage and pool are not, so they are taken as they are now.
 */
export async function recordLeads(parts: RecordParts, question: RecordQuestion): Promise<readonly OnRecord[]> {
  const history = await readHistory(parts, question);
  const found = await Promise.all(
    question.leadIds.map(async (leadId) => {
      const lead = await parts.runtime.snapshot({ workspaceId: question.workspaceId, leadId });
      return lead === null ? null : onRecord(lead, question, history);
    }),
  );
  return found.filter((lead) => lead !== null);
}

type History = Awaited<ReturnType<typeof readHistory>>;

async function readHistory({ db: { client } }: RecordParts, { journeyId, leadIds, from, to }: RecordQuestion) {
  const of = { leadId: { in: [...leadIds] } };
  const time = { gte: new Date(from), lt: new Date(to) };
  const [leads, events, points, consents, messages, runs] = await Promise.all([
    client.lead.findMany({ where: { id: { in: [...leadIds] } }, select: { id: true, createdAt: true } }),
    client.event.findMany({ where: { ...of, occurredAt: { lt: new Date(to) } }, orderBy: [{ occurredAt: 'asc' }, { id: 'asc' }] }),
    client.scoreEntry.findMany({ where: of, orderBy: { at: 'asc' } }),
    client.consent.findMany({ where: of, orderBy: [{ at: 'asc' }, { status: 'asc' }] }),
    client.message.findMany({ where: { ...of, journeyId, status: { in: WENT_OUT }, plannedAt: time } }),
    client.run.findMany({
      where: { ...of, journeyId, startedAt: time },
      orderBy: { startedAt: 'asc' },
      select: { id: true, leadId: true, startedAt: true },
    }),
  ]);
  // A trail begins with the entry.
  const entered = await client.trailEntry.findMany({
    where: { runId: { in: runs.map(({ id }) => id) }, step: 0, seq: 0 },
    select: { runId: true, nodeId: true },
  });
  return { leads, events, points, consents, messages, runs, entries: new Map(entered.map(({ runId, nodeId }) => [runId, nodeId])) };
}

function onRecord(lead: LeadView, { journeyId, from }: RecordQuestion, history: History): OnRecord {
  const mine = <Row extends { readonly leadId: string | null }>(rows: readonly Row[]): readonly Row[] => rows.filter((row) => row.leadId === lead.id);
  const createdAt = history.leads.find(({ id }) => id === lead.id)?.createdAt.getTime() ?? from;
  const start = Math.max(from, createdAt);
  const events = mine(history.events).map((row) => ({
    id: row.id,
    type: row.type,
    name: row.name,
    at: row.occurredAt.getTime(),
    properties: row.properties as JsonObject,
  }));
  const words = mine(history.consents).map(({ channel, topic, status, at }) => ({
    key: `${channel}/${topic}`,
    status: statusOf(status),
    at: at.getTime(),
  }));
  const recorded: RecordedLead = {
    lead: {
      ...lead,
      events: [],
      consent: Object.fromEntries(words.filter(({ at }) => at <= start).map(({ key, status }) => [key, status])),
      messages: (lead.messages ?? []).filter(({ at }) => at < start),
    },
    createdAt,
    events: events.map(({ id, name, at, properties }) => ({ id, name, at, properties })),
    messages: mine(history.messages).map(({ plannedAt, channel, templateKey }) => ({ at: plannedAt.getTime(), channel, template: templateKey })),
    changes: words.filter(({ at }) => at > start).map(({ key, status, at }) => ({ at, lead: { consent: { [key]: status } } satisfies ScriptedLead })),
    cameIn: mine(history.runs).flatMap(({ id, startedAt }) => {
      const entry = history.entries.get(id);
      return entry === undefined ? [] : [{ at: startedAt.getTime(), entry }];
    }),
  };
  const { attributes, company } = lead;
  return {
    recorded,
    scoring: {
      ledger: ledgerOf(mine(history.points), journeyId),
      events,
      profileKnown: isProfileKnown({ attributes, company }),
      initial: lead.score,
    },
  };
}

const statusOf = (status: string): 'granted' | 'withdrawn' => (status === 'granted' ? 'granted' : 'withdrawn');

/** Without the points that the tested journey itself gave: both programs give their own. */
function ledgerOf(rows: readonly History['points'][number][], journeyId: string): readonly LedgerEntry[] {
  return rows.flatMap(({ dimension, points, ruleKey, reason, at }) => {
    const read = readDimension(dimension);
    const own = ruleKey === null && (reason as JsonObject)['journeyId'] === journeyId;
    return read === null || own ? [] : [{ dimension: read, points, ruleKey, at: at.getTime() }];
  });
}
