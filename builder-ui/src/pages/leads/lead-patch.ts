import type { LeadDetail } from './lead-answers.ts';

/** The fields that a person may change, as the form holds them: empty for unknown. */
export interface LeadDraft {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly title: string;
  readonly company: string;
  readonly industry: string;
  readonly companySize: string;
  readonly city: string;
  readonly source: string;
  readonly owner: string;
}

type Editable = Pick<LeadDetail, 'name' | 'email' | 'phone' | 'title' | 'company' | 'companyDetail' | 'city' | 'source' | 'owner'>;

/** The form's values for a lead. */
export const leadDraft = (lead: Editable): LeadDraft => ({
  name: lead.name ?? '',
  email: lead.email ?? '',
  phone: lead.phone ?? '',
  title: lead.title ?? '',
  company: lead.company ?? '',
  industry: lead.companyDetail?.industry ?? '',
  companySize: lead.companyDetail?.size ?? '',
  city: lead.city ?? '',
  source: lead.source ?? '',
  owner: lead.owner ?? '',
});

/** Only what was changed; an emptied field becomes null, which makes it unknown again. */
export function leadPatch(lead: Editable, draft: LeadDraft): { [field: string]: string | null } {
  const before = leadDraft(lead);
  const changed = Object.entries(draft).filter(([field, value]) => value.trim() !== before[field as keyof LeadDraft]);
  return Object.fromEntries(changed.map(([field, value]) => [field, value.trim() === '' ? null : value.trim()]));
}
