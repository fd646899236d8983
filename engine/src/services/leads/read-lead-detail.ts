import type { JsonObject } from '@tendril/journey/model';
import { decayed, TAG_HALF_LIFE } from '@tendril/scoring';
import type { LeadDetail } from '../../api/views.ts';
import { callerLocale } from '../caller-locale.ts';
import { runRows } from '../journeys/run-rows.ts';
import { journeyNames, messageRow } from '../messages/message-row.ts';
import type { Caller } from '../ports.ts';
import { findLead } from './find-lead.ts';
import type { LeadParts } from './lead-parts.ts';
import { leadRow } from './lead-row.ts';
import { NO_SCORE, scoreView } from './score-view.ts';

/** Runs and messages shown on a lead's page; the timeline has them all. */
const SHOWN = 50;

/** Everything a lead's page shows besides its timeline. */
export async function readLeadDetail(parts: LeadParts, caller: Caller, { id }: { id: string }): Promise<LeadDetail> {
  const { db, runtime } = parts;
  const lead = await findLead(db, caller, id);
  const { workspaceId } = caller;
  const leadId = lead.id;
  const [now, locale, identities, tags, consents, score, runs, messages] = await Promise.all([
    runtime.now({ workspaceId }),
    callerLocale(db, caller),
    db.client.leadIdentity.findMany({ where: { leadId }, orderBy: [{ kind: 'asc' }, { value: 'asc' }] }),
    db.client.leadTag.findMany({ where: { leadId } }),
    db.client.consent.findMany({ where: { leadId }, orderBy: { at: 'desc' }, distinct: ['channel', 'topic'] }),
    runtime.scoreOf({ workspaceId, leadId }),
    db.client.run.findMany({ where: { leadId }, orderBy: { startedAt: 'desc' }, take: SHOWN }),
    db.client.message.findMany({ where: { leadId }, orderBy: { plannedAt: 'desc' }, take: SHOWN }),
  ]);
  const row = leadRow(lead, now);
  const view = score === null ? NO_SCORE : scoreView(score);
  const journeys = await journeyNames(db.client, messages);
  return {
    ...row,
    score: view.total,
    grade: view.grade,
    attributes: lead.attributes as JsonObject,
    companyDetail: lead.company === null ? null : { name: lead.company.name, industry: lead.company.industry, size: lead.company.size },
    city: lead.city,
    identities: identities.map(({ kind, value }) => ({ kind, value })),
    tags: tags
      .map(({ tag, weight, asOf }) => ({ tag, weight: Math.round(decayed(weight, asOf.getTime(), now, TAG_HALF_LIFE) * 100) / 100 }))
      .toSorted((a, b) => b.weight - a.weight),
    consents: consents.map(({ channel, topic, status, at, source }) => ({ channel, topic, status, at: at.toISOString(), source })),
    scoreView: view,
    runs: await runRows(parts, runs, locale),
    messages: messages.map((message) => messageRow(message, row.name, journeys)),
  };
}
