import { insertEvents, knownMessageIds, lockVisitors, takeOverEvents } from '@tendril/db/queries';
import { applyFields, companyIn } from '../leads/apply-fields.ts';
import { findCompanies } from '../leads/find-companies.ts';
import { type Resolution, resolveLeads } from '../leads/resolve-lead.ts';
import { storable } from '../work/storable-text.ts';
import type { Work } from '../work/work.ts';
import type { EventInput, RecordedEvents } from './event-input.ts';
import { followUp } from './follow-up.ts';
import { type NormalEvent, normaliseEvent } from './normalise-event.ts';
import { recordedEventOf } from './recorded-event.ts';

/**
 * Records a batch in one transaction: drops what is known, finds whose the rest is, takes over what visitors did before
 * they said who they are, applies what `identify` says, then lets everything follow that events cause.
 */
export async function recordEvents(work: Work, inputs: readonly EventInput[]): Promise<RecordedEvents> {
  const events = await dropKnown(work, inputs);
  if (events.length === 0) return { recorded: 0, duplicates: inputs.length, created: 0 };
  await holdVisitors(work, events);
  const resolution = await resolveLeads(
    work,
    events.map((event) => event.claim),
  );
  const recorded = await insert(work, events, resolution);
  const owned = events.flatMap((event, index) => {
    const leadId = resolution.leadIds[index];
    return leadId && recorded.has(event.id) ? [{ event, leadId }] : [];
  });
  const earlier = (await takeOverEvents(work.tx, work.workspace.id, resolution.linked)).map(recordedEventOf);
  const changed = await applyChanges(work, owned);
  const now = owned.map(({ event: { id, type, name, properties, at }, leadId }) => ({ id, leadId, type, name, properties, at }));
  for (const { leadId } of now) work.touched.add(leadId);
  await followUp(work, {
    events: [...earlier, ...now],
    created: resolution.created,
    profileChanged: [...changed, ...resolution.created, ...resolution.absorbed.map(({ to }) => to)],
  });
  return { recorded: recorded.size, duplicates: inputs.length - recorded.size, created: resolution.created.length };
}

async function dropKnown(work: Work, inputs: readonly EventInput[]): Promise<readonly NormalEvent[]> {
  const byId = new Map<string, EventInput>();
  for (const input of storable(inputs)) if (!byId.has(input.messageId)) byId.set(input.messageId, input);
  const known = await knownMessageIds(work.tx, work.workspace.id, [...byId.keys()]);
  return [...byId.values()]
    .filter((input) => !known.has(input.messageId))
    .map((input) => normaliseEvent(work, input))
    .sort((a, b) => a.at - b.at);
}

async function holdVisitors(work: Work, events: readonly NormalEvent[]): Promise<void> {
  const seen: string[] = [];
  const linked: string[] = [];
  for (const { claim } of events) {
    if (claim.anonymousId === null) continue;
    (claim.handles.length > 0 || claim.leadId !== undefined ? linked : seen).push(claim.anonymousId);
  }
  await lockVisitors(work.tx, work.workspace.id, { seen, linked });
}

async function insert(work: Work, events: readonly NormalEvent[], { leadIds }: Resolution): Promise<ReadonlySet<string>> {
  const rows = events.map((event, index) => ({
    id: event.id,
    messageId: event.messageId,
    leadId: leadIds[index] ?? null,
    anonymousId: event.claim.anonymousId,
    type: event.type,
    name: event.name,
    properties: event.properties,
    context: event.context,
    occurredAt: new Date(event.at).toISOString(),
  }));
  return insertEvents(work.tx, work.workspace.id, rows, new Date(work.now));
}

/** Applies what the events say of their leads, oldest first. @returns the leads that changed */
async function applyChanges(work: Work, owned: readonly { readonly event: NormalEvent; readonly leadId: string }[]): Promise<readonly string[]> {
  const companies = await findCompanies(
    work,
    owned.flatMap(({ event }) => (event.changes === null ? [] : (companyIn(event.changes) ?? []))),
  );
  const changed: string[] = [];
  for (const { event, leadId } of owned) {
    if (event.changes === null) continue;
    const before = work.leads.require(leadId);
    const after = applyFields(before, event.changes, companies);
    if (after === before) continue;
    work.leads.put(after);
    changed.push(after.id);
  }
  return changed;
}
