import type { Db } from '@tendril/db';
import type { Caller } from '../ports.ts';
import { UserError } from '../user-error.ts';
import type { StoredLead } from './lead-row.ts';

/** Merges followed before giving up; a longer chain is broken data. */
const LONGEST_CHAIN = 10;

/**
 * A lead of the caller's workspace. For a lead that was merged into another, that other one: old links keep working.
 * @throws UserError `lead.missing`
 */
export async function findLead({ client }: Pick<Db, 'client'>, { workspaceId }: Caller, leadId: string): Promise<StoredLead> {
  let id = leadId;
  for (let hops = 0; hops < LONGEST_CHAIN; hops += 1) {
    const lead = await client.lead.findFirst({ where: { id, workspaceId }, include: { company: true } });
    if (lead === null) break;
    if (lead.mergedInto === null) return lead;
    id = lead.mergedInto;
  }
  throw new UserError('lead.missing', {}, 'NOT_FOUND');
}
