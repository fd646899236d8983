import type { JsonObject } from '@tendril/journey/model';
import { LEAD_FIELDS, type LeadField, type LeadInput } from '@tendril/runtime';
import { recordDeed } from '../audit.ts';
import { readEmail } from '../imports/cells/read-email.ts';
import { readPhone } from '../imports/cells/read-phone.ts';
import type { Caller } from '../ports.ts';
import { UserError } from '../user-error.ts';
import { findLead } from './find-lead.ts';
import type { LeadParts } from './lead-parts.ts';

/** Topic of the consent that the form for a new lead asks about. */
const TOPIC = 'nurture';

/** What the form for a new lead sends. */
export interface NewLead {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly company?: string | undefined;
  readonly title?: string | undefined;
  readonly source?: string | undefined;
  readonly consentEmail: boolean;
}

/**
 * Records a lead that a colleague typed in. One that is known already is filled up, not overwritten.
 * @throws UserError `lead.no-identity`, `lead.email-invalid` or `lead.phone-invalid`
 */
export async function createLead({ db, runtime, friends }: LeadParts, caller: Caller, input: NewLead): Promise<{ id: string; merged: boolean }> {
  const { consentEmail, ...typed } = input;
  const fields = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined && value.trim() !== ''));
  checkAddresses(fields);
  if (fields['email'] === undefined && fields['phone'] === undefined) throw new UserError('lead.no-identity');
  const consents = consentEmail ? [{ channel: 'email', topic: TOPIC, status: 'granted', source: 'staff' } as const] : [];
  const { leadId, outcome } = await runtime.upsertLead({ workspaceId: caller.workspaceId, fields, policy: 'fill', consents });
  await friends.befriend({ workspaceId: caller.workspaceId, leadId });
  const merged = outcome === 'matched';
  await recordDeed(db.client, {
    caller,
    action: merged ? 'lead.completed' : 'lead.created',
    subjectType: 'lead',
    subjectId: leadId,
    detail: { fields: Object.keys(fields) },
  });
  return { id: leadId, merged };
}

/**
 * Changes fields of a lead by hand: a known field by its name, anything else as a free attribute. Null empties a field.
 * @throws UserError `lead.missing`, `lead.field-invalid`, `lead.identity-taken`, or as `createLead`
 */
export async function updateLead({ db, runtime }: LeadParts, caller: Caller, { id, patch }: { id: string; patch: JsonObject }): Promise<void> {
  const { workspaceId } = caller;
  const lead = await findLead(db, caller, id);
  const { fields, attributes } = splitPatch(patch);
  checkAddresses(fields);
  await checkNotTaken(db, { workspaceId, leadId: lead.id, fields });
  await runtime.upsertLead({ workspaceId, leadId: lead.id, fields, attributes, policy: 'overwrite' });
  await recordDeed(db.client, { caller, action: 'lead.edited', subjectType: 'lead', subjectId: lead.id, detail: { fields: Object.keys(patch) } });
}

type Fields = NonNullable<LeadInput['fields']>;

function splitPatch(patch: JsonObject): { fields: Fields; attributes: JsonObject } {
  const fields: { [field in LeadField]?: string | null } = {};
  const attributes: Record<string, JsonObject[string]> = {};
  for (const [key, value] of Object.entries(patch)) {
    const field = LEAD_FIELDS.find((name) => name === key);
    if (field === undefined) attributes[key] = value;
    else if (value === null || typeof value === 'string') fields[field] = value;
    else throw new UserError('lead.field-invalid', { field: key, value: JSON.stringify(value).slice(0, 80) });
  }
  return { fields, attributes };
}

function checkAddresses({ email, phone }: Fields): void {
  if (email && readEmail(email) === null) throw new UserError('lead.email-invalid', { value: email });
  if (phone && readPhone(phone) === null) throw new UserError('lead.phone-invalid', { value: phone });
}

/** A typing mistake must not merge two leads: an address somebody else has is refused with that lead's name. */
async function checkNotTaken(db: LeadParts['db'], given: { workspaceId: string; leadId: string; fields: Fields }): Promise<void> {
  const { workspaceId, leadId, fields } = given;
  const handles = [
    { kind: 'email', value: fields.email ? readEmail(fields.email) : null },
    { kind: 'phone', value: fields.phone ? readPhone(fields.phone) : null },
  ];
  for (const { kind, value } of handles) {
    if (value === null) continue;
    const holder = await db.client.leadIdentity.findUnique({
      where: { workspaceId_kind_value: { workspaceId, kind, value } },
      include: { lead: true },
    });
    if (holder !== null && holder.leadId !== leadId)
      throw new UserError('lead.identity-taken', { value, name: holder.lead.name ?? value }, 'CONFLICT');
  }
}
