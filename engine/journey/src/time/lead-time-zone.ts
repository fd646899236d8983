import type { LeadView } from '../model/index.ts';
import { isTimeZone } from './time-zone.ts';

/** In whose zone a time of day is meant, and where that was found. */
export interface LeadTimeZone {
  readonly zone: string;
  readonly from: 'lead' | 'company' | 'journey' | 'workspace';
}

/**
 * The zone in which a lead's times of day are meant: the lead's own, else its company's (attribute `timeZone`), else the
 * journey's, else the workspace's. A zone that does not exist is passed over.
 */
export function leadTimeZone(lead: LeadView, journeyZone: string | null, workspaceZone: string): LeadTimeZone {
  const company = lead.company?.['timeZone'];
  if (usable(lead.timeZone)) return { zone: lead.timeZone, from: 'lead' };
  if (typeof company === 'string' && usable(company)) return { zone: company, from: 'company' };
  if (usable(journeyZone)) return { zone: journeyZone, from: 'journey' };
  return { zone: isTimeZone(workspaceZone) ? workspaceZone : 'UTC', from: 'workspace' };
}

function usable(zone: string | null): zone is string {
  return zone !== null && isTimeZone(zone);
}
