import { findEntries, findHits } from '@tendril/db/queries';
import { HOUR, type Instant, type JsonObject } from '@tendril/journey/model';
import {
  ABSENCE_RULE,
  absenceUntil,
  addEntry,
  DEFAULT_SETTINGS,
  isInteraction,
  type LedgerEntry,
  readDimension,
  readRule,
  refutedAbsences,
  type ScoreRule,
  scoreEvent,
} from '@tendril/scoring';
import { runtimeSentences } from '../sentences.ts';
import type { Work } from '../work/work.ts';
import { eventViewOf, type RecordedEvent } from './recorded-event.ts';

/** The workspace's scoring rules, switched-off ones too. */
export async function loadRules({ tx, workspace }: Work): Promise<readonly ScoreRule[]> {
  const rows = await tx.scoreRule.findMany({ where: { workspaceId: workspace.id } });
  return rows.flatMap((row) => readRule(row) ?? []);
}

/** Why a ledger row was written. */
export interface EntryCause {
  readonly eventId?: string;
  readonly reason?: JsonObject;
}

/** Writes a row into the ledger and into the lead's sum. */
export function addPoints(work: Work, leadId: string, entry: LedgerEntry, cause: EntryCause = {}): void {
  const row = work.leads.require(leadId);
  work.entries.push({
    id: work.newId(),
    leadId: row.id,
    dimension: entry.dimension,
    points: entry.points,
    ruleKey: entry.ruleKey,
    reason: cause.reason ?? {},
    eventId: cause.eventId ?? null,
    at: new Date(entry.at).toISOString(),
  });
  work.leads.put({ ...row, scores: addEntry(row.scores, entry, DEFAULT_SETTINGS) });
}

/** Writes what a silence has cost up to an instant into the ledger, so that points given after it are not taken for it. */
export function settleSilence(work: Work, leadId: string, until: Instant): void {
  const row = work.leads.require(leadId);
  const { entries, idleMonths } = absenceUntil(row.scores, row.lastSeenAt, until, DEFAULT_SETTINGS);
  for (const entry of entries) addPoints(work, leadId, entry);
  if (idleMonths > (row.scores.idleMonths ?? 0)) {
    const settled = work.leads.require(leadId);
    work.leads.put({ ...settled, scores: { ...settled.scores, idleMonths } });
  }
}

/** Gives leads the points of their events, oldest first. The leads are locked. */
export async function scoreEvents(work: Work, events: readonly RecordedEvent[], rules: readonly ScoreRule[]): Promise<void> {
  if (events.length === 0) return;
  const history = await readHistory(work, events, rules);
  for (const event of events) {
    const lead = work.leads.require(event.leadId);
    const hits = history.hitsOf(lead.id);
    if (isInteraction(event)) noteInteraction(work, event, history.absencesOf(lead.id));
    for (const entry of scoreEvent(rules, eventViewOf(event), hits)) {
      addPoints(work, lead.id, entry, { eventId: event.id });
      if (entry.ruleKey !== null) hits.set(entry.ruleKey, [...(hits.get(entry.ruleKey) ?? []), entry.at]);
    }
  }
}

/** The lead is there: a silence ends, or turns out not to have been one. */
function noteInteraction(work: Work, { leadId, at }: RecordedEvent, absences: LedgerEntry[]): void {
  const { lastSeenAt } = work.leads.require(leadId);
  if (lastSeenAt !== null && at <= lastSeenAt) {
    for (const entry of refutedAbsences(absences, at, DEFAULT_SETTINGS)) {
      addPoints(work, leadId, entry, { reason: { ...runtimeSentences.say('score.not-silent', {}) } });
      absences.push(entry);
    }
    return;
  }
  settleSilence(work, leadId, at);
  const row = work.leads.require(leadId);
  const { idleMonths: _, ...scores } = row.scores;
  work.leads.put({ ...row, scores, lastSeenAt: at });
}

interface History {
  hitsOf(leadId: string): Map<string, readonly Instant[]>;
  absencesOf(leadId: string): LedgerEntry[];
}

/** What scoring has to know of earlier times: hits within cool-downs, and silences that late events may refute. */
async function readHistory(work: Work, events: readonly RecordedEvent[], rules: readonly ScoreRule[]): Promise<History> {
  const names = new Set(events.map((event) => event.name));
  const cooling = rules.filter((rule) => rule.trigger.on === 'event' && rule.cooldownH !== null && names.has(rule.trigger.name));
  const longest = Math.max(0, ...cooling.map((rule) => rule.cooldownH ?? 0)) * HOUR;
  const times = events.map((event) => event.at);
  const wanted = {
    leadIds: distinct(events.map((event) => work.leads.require(event.leadId).id)),
    ruleKeys: cooling.map((rule) => rule.key),
    from: new Date(Math.min(...times) - longest),
    to: new Date(Math.max(...times) + longest),
  };
  const late = events.filter(({ leadId, at }) => at <= (work.leads.require(leadId).lastSeenAt ?? Number.NEGATIVE_INFINITY));
  const hits = Map.groupBy(await findHits(work.tx, wanted), (hit) => hit.leadId);
  const absences = Map.groupBy(
    await findEntries(work.tx, distinct(late.map((event) => work.leads.require(event.leadId).id)), ABSENCE_RULE),
    (row) => row.leadId,
  );
  const known = new Map<string, { readonly hits: Map<string, readonly Instant[]>; readonly absences: LedgerEntry[] }>();
  const of = (leadId: string) => {
    const found = known.get(leadId) ?? {
      hits: new Map([...Map.groupBy(hits.get(leadId) ?? [], (hit) => hit.ruleKey)].map(([key, rows]) => [key, rows.map((row) => row.at.getTime())])),
      absences: (absences.get(leadId) ?? []).flatMap(({ dimension, points, at }) => {
        const read = readDimension(dimension);
        return read === null ? [] : [{ dimension: read, points, ruleKey: ABSENCE_RULE, at: at.getTime() }];
      }),
    };
    known.set(leadId, found);
    return found;
  };
  return { hitsOf: (leadId) => of(leadId).hits, absencesOf: (leadId) => of(leadId).absences };
}

const distinct = (ids: readonly string[]): readonly string[] => [...new Set(ids)];
