import { lockVisitors, takeOverEvents } from '@tendril/db/queries';
import type { JsonObject } from '@tendril/journey/model';
import { followUp } from '../events/follow-up.ts';
import { recordedEventOf } from '../events/recorded-event.ts';
import { storable } from '../work/storable-text.ts';
import type { Work } from '../work/work.ts';
import { applyFields, companyIn, type FieldChanges } from './apply-fields.ts';
import { findCompanies } from './find-companies.ts';
import { giveConsents } from './give-consents.ts';
import type { LeadInput, UpsertedLead } from './lead-input.ts';
import { handlesOf, normaliseId } from './normalise-handles.ts';
import { type Claim, resolveLeads } from './resolve-lead.ts';

/** Nothing was given by which a lead could ever be found again, or the lead to be changed does not exist. */
export class NoHandle extends Error {
  override readonly name = 'NoHandle';
}

/**
 * Finds or makes one lead and applies what is said of it.
 * @throws NoHandle
 */
export async function upsertLead(work: Work, raw: LeadInput): Promise<UpsertedLead> {
  const input = storable(raw);
  const claim = claimOf(work, input);
  if (claim.anonymousId !== null) await lockVisitors(work.tx, work.workspace.id, { seen: [], linked: [claim.anonymousId] });
  const resolution = await resolveLeads(work, [claim]);
  const leadId = resolution.leadIds[0];
  if (!leadId) throw new NoHandle('A lead needs a usable mail address, phone number or id.');
  await applyTo(work, leadId, input);
  const earlier = (await takeOverEvents(work.tx, work.workspace.id, resolution.linked)).map(recordedEventOf);
  await giveConsents(work, leadId, input.consents ?? []);
  const runIds = await followUp(work, { events: earlier, created: resolution.created, profileChanged: [leadId] });
  return {
    leadId,
    outcome: resolution.created.includes(leadId) ? 'created' : 'matched',
    absorbed: resolution.absorbed.map(({ from }) => from),
    runIds,
  };
}

function claimOf(work: Work, input: LeadInput): Claim {
  const { fields = {}, userId, wecom, anonymousId, leadId, createdAt } = input;
  return {
    leadId,
    handles: handlesOf({ email: fields.email, phone: fields.phone, userId, wecom }),
    anonymousId: anonymousId === undefined ? null : normaliseId(anonymousId),
    name: fields.name?.trim() || null,
    since: createdAt ?? work.now,
  };
}

async function applyTo(work: Work, leadId: string, { fields = {}, attributes = {}, policy }: LeadInput): Promise<void> {
  const changes: FieldChanges = { fields, attributes: attributes satisfies JsonObject, policy };
  const company = companyIn(changes);
  const companies = await findCompanies(work, company === null ? [] : [company]);
  const before = work.leads.require(leadId);
  const after = applyFields(before, changes, companies);
  if (after !== before) work.leads.put(after);
}
