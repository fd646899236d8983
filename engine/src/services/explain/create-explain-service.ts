import type { ExplainService } from '../ports.ts';
import { explainLead } from './explain-lead.ts';
import type { ExplainParts } from './explain-parts.ts';

/** Answers “why, where, what next?” for one lead and one journey. */
export function createExplainService(parts: ExplainParts): ExplainService {
  return { lead: (caller, input) => explainLead(parts, caller, input) };
}
