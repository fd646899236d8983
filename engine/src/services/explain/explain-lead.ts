import type { Sentence } from '@tendril/journey/model';
import type { ExplainView } from '../../api/explain-views.ts';
import { callerLocale } from '../caller-locale.ts';
import { findJourney } from '../journeys/find-journey.ts';
import { findLead } from '../leads/find-lead.ts';
import type { Caller } from '../ports.ts';
import { explainEntries } from './explain-entries.ts';
import type { ExplainParts } from './explain-parts.ts';
import { explainRun } from './explain-run.ts';

const NOTHING = {
  runId: null,
  since: null,
  step: null,
  because: null,
  until: null,
  waitsFor: [],
  outcome: null,
  next: [],
  decisions: [],
  unsent: [],
  entries: [],
} as const;

/**
 * Why a lead is where it is in a journey: from its trail, the ledger and the entries of the live version, for the journey's
 * whole life.
 * @throws UserError `journey.missing`, `lead.missing`
 */
export async function explainLead(
  parts: ExplainParts,
  caller: Caller,
  { journeyId, leadId }: { readonly journeyId: string; readonly leadId: string },
): Promise<ExplainView> {
  const { client } = parts.db;
  const [journey, lead] = await Promise.all([findJourney(parts.db, caller, journeyId), findLead(parts.db, caller, leadId)]);
  const about = {
    lead: { id: lead.id, name: lead.name ?? lead.email },
    journey: { id: journey.id, name: journey.name, status: journey.status },
  };
  const of = { journeyId, leadId: lead.id };
  const locale = await callerLocale(parts.db, caller);
  const [running, last, refusal, place] = await Promise.all([
    client.run.findFirst({ where: { ...of, status: 'running' }, orderBy: { startedAt: 'desc' } }),
    client.run.findFirst({ where: of, orderBy: { startedAt: 'desc' } }),
    client.entryRefusal.findFirst({ where: of }),
    client.entryQueue.findFirst({ where: of }),
  ]);
  const run = running ?? last;
  if (run !== null) return { ...about, ...NOTHING, ...(await explainRun(parts, run, locale)) };
  const at = async (nodeId: string) => {
    const { name } = await parts.nodeNames.find({ journeyId, version: journey.liveVersion ?? 0, nodeId, locale });
    return { id: nodeId, name };
  };
  if (place !== null)
    return {
      ...about,
      ...NOTHING,
      standing: 'in-line',
      since: place.queuedAt.toISOString(),
      step: await at(place.nodeId),
      because: sentenceOf(refusal),
    };
  if (refusal !== null)
    return {
      ...about,
      ...NOTHING,
      standing: 'refused',
      since: refusal.at.toISOString(),
      step: await at(refusal.nodeId),
      because: sentenceOf(refusal),
    };
  return { ...about, ...NOTHING, standing: 'never', entries: await explainEntries(parts, caller, { journey, leadId: lead.id, locale }) };
}

const sentenceOf = (row: { readonly because: unknown } | null): Sentence | null => (row === null ? null : (row.because as Sentence));
