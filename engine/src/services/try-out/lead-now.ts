import type { LeadView } from '@tendril/journey/model';
import { findLead } from '../leads/find-lead.ts';
import type { Caller } from '../ports.ts';
import { UserError } from '../user-error.ts';
import type { TryOutParts } from './try-out-parts.ts';

/**
 * A real lead as a journey would see it now, with its events of these names, for the time machine to begin with.
 * @throws UserError `lead.missing`
 */
export async function leadNow(
  { db, runtime }: TryOutParts,
  caller: Caller,
  { id, events }: { readonly id: string; readonly events: readonly string[] },
): Promise<LeadView> {
  const { id: leadId } = await findLead(db, caller, id);
  const lead = await runtime.snapshot({ workspaceId: caller.workspaceId, leadId, events });
  if (lead === null) throw new UserError('lead.missing', {}, 'NOT_FOUND');
  return lead;
}
