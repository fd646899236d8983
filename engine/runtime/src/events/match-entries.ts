import { matchesProperties } from '@tendril/journey/conditions';
import { DAY, type PropertyTest } from '@tendril/journey/model';
import { enrolLead } from '../runs/enrol-lead.ts';
import type { Work } from '../work/work.ts';
import { eventViewOf, type RecordedEvent } from './recorded-event.ts';

/** What happened longer ago starts no journey: a price asked for last month is not answered today. */
const STALE_AFTER = 2 * DAY;

/** Lets leads into the journeys that their events start. @returns the runs started */
export async function matchEntries(work: Work, events: readonly RecordedEvent[]): Promise<readonly string[]> {
  const fresh = events.filter((event) => work.now - event.at <= STALE_AFTER);
  if (fresh.length === 0) return [];
  const entries = await liveEntries(work, 'event', [...new Set(fresh.map((event) => event.name))]);
  const runIds: string[] = [];
  for (const event of fresh) {
    for (const entry of entries) {
      const where = Array.isArray(entry.filter) ? (entry.filter as unknown as readonly PropertyTest[]) : undefined;
      const fits = entry.eventName === event.name && matchesProperties(where, event.properties, { now: work.now, timeZone: work.workspace.timeZone });
      if (!fits) continue;
      const answer = await enrolLead(work, { entry, leadId: event.leadId, event: eventViewOf(event) });
      if (answer.enrolled) runIds.push(answer.runId);
    }
  }
  return runIds;
}

/** Lets new leads into the journeys that wait for such. @returns the runs started */
export async function matchNewLeads(work: Work, leadIds: readonly string[]): Promise<readonly string[]> {
  if (leadIds.length === 0) return [];
  const entries = await liveEntries(work, 'lead-created', null);
  const runIds: string[] = [];
  for (const leadId of leadIds) {
    for (const entry of entries) {
      const answer = await enrolLead(work, { entry, leadId, event: null });
      if (answer.enrolled) runIds.push(answer.runId);
    }
  }
  return runIds;
}

/** Leads come into a paused journey too and stand at its entry until it goes on. */
async function liveEntries({ tx, workspace }: Work, trigger: string, eventNames: readonly string[] | null) {
  const names = eventNames === null ? {} : { eventName: { in: [...eventNames] } };
  const entries = await tx.entryPoint.findMany({ where: { workspaceId: workspace.id, trigger, ...names } });
  if (entries.length === 0) return [];
  const live = await tx.journey.findMany({
    where: { id: { in: entries.map((entry) => entry.journeyId) }, status: { in: ['live', 'paused'] } },
    select: { id: true },
  });
  return entries.filter((entry) => live.some((journey) => journey.id === entry.journeyId));
}
