import { findWaits } from '@tendril/db/queries';
import { matchesProperties } from '@tendril/journey/conditions';
import type { Instant, PropertyTest } from '@tendril/journey/model';
import type { RunSignal } from '@tendril/journey/wire';
import { asObject } from '../leads/lead-row.ts';
import type { Work } from '../work/work.ts';
import type { RecordedEvent } from './recorded-event.ts';

/** What is kept of a pattern beside the event's name. */
export interface WaitFilter {
  readonly where?: readonly PropertyTest[];
  /** Older events do not count. */
  readonly since?: Instant;
}

/**
 * Leaves a signal for every run that waits for one of the events. The filter only spares needless signals: the node
 * decides for itself whether the event ends its wait. The leads are locked, so no wait can begin meanwhile.
 */
export async function matchWaits(work: Work, events: readonly RecordedEvent[]): Promise<void> {
  if (events.length === 0) return;
  const byLead = Map.groupBy(events, (event) => work.leads.require(event.leadId).id);
  const waits = await findWaits(work.tx, [...byLead.keys()], [...new Set(events.map((event) => event.name))]);
  const told = new Set<string>();
  for (const { runId, leadId, eventName, filter } of waits) {
    for (const event of byLead.get(leadId) ?? []) {
      const key = `${runId} ${event.id}`;
      if (told.has(key) || !fits(event, eventName, asObject(filter) as WaitFilter, work)) continue;
      told.add(key);
      const signal: RunSignal = { type: 'event', eventId: event.id };
      work.outbox.push({ runId, kind: 'signal', payload: signal });
    }
  }
}

function fits(event: RecordedEvent, eventName: string, { where, since }: WaitFilter, { now, workspace }: Work): boolean {
  if (eventName !== '*' && eventName !== event.name) return false;
  if (since !== undefined && event.at < since) return false;
  return matchesProperties(where, event.properties, { now, timeZone: workspace.timeZone });
}

/** Tells runs that wait for a condition to look again, because their lead is another than before. The leads are locked. */
export async function recheckWaits(work: Work, leadIds: readonly string[]): Promise<void> {
  const ids = [...new Set(leadIds.map((id) => work.leads.require(id).id))];
  const waits = await findWaits(work.tx, ids, []);
  const told = new Set(work.outbox.filter(({ kind }) => kind === 'signal').map(({ runId }) => runId));
  for (const runId of new Set(waits.map((wait) => wait.runId))) {
    const signal: RunSignal = { type: 'recheck' };
    if (!told.has(runId)) work.outbox.push({ runId, kind: 'signal', payload: signal });
  }
}
