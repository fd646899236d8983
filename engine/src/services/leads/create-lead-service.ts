import type { LeadService } from '../ports.ts';
import type { LeadParts } from './lead-parts.ts';
import { listLeads } from './list-leads.ts';
import { readLeadDetail } from './read-lead-detail.ts';
import { readTimeline } from './timeline/read-timeline.ts';
import { createLead, updateLead } from './write-lead.ts';

/** Leads: the list, one lead's page, and changes by hand. */
export function createLeadService(parts: LeadParts): LeadService {
  return {
    list: (caller, input) => listLeads(parts, caller, input),
    get: (caller, input) => readLeadDetail(parts, caller, input),
    timeline: (caller, input) => readTimeline(parts, caller, input),
    create: (caller, input) => createLead(parts, caller, input),
    update: (caller, input) => updateLead(parts, caller, input),
  };
}
