import { readLead } from '@tendril/db/queries';
import type { Work } from '../work/work.ts';
import { type LeadRow, leadRowOf } from './lead-row.ts';

/** Reads a lead without locking it; follows one that became part of another. Null: there is none. */
export async function readLeadRow(work: Work, leadId: string): Promise<LeadRow | null> {
  const record = await readLead(work.tx, work.workspace.id, leadId);
  if (record === null) return null;
  return record.mergedInto === null ? leadRowOf(record) : readLeadRow(work, record.mergedInto);
}
