import type { Prisma } from '@tendril/db';
import { DEFAULT_SETTINGS, isProfileKnown, readScore, readScoreState, type ScoreReading } from '@tendril/scoring';
import type { LeadRow } from '../../api/views.ts';

/** A lead with its company, as lists read it. */
export type StoredLead = Prisma.LeadGetPayload<{ include: { company: true } }>;

/** A lead as lists show it, with the score it has now: points fade, so the stored sum is only good for sorting. */
export function leadRow(lead: StoredLead, now: number): LeadRow {
  const { id, name, title, email, phone, source, stage, pool, owner } = lead;
  const { total, grade } = scoreNow(lead, now);
  return {
    id,
    name,
    company: lead.company?.name ?? null,
    title,
    email,
    phone,
    source,
    stage,
    pool,
    owner,
    score: total,
    grade,
    createdAt: lead.createdAt.toISOString(),
    lastSeenAt: lead.lastSeenAt?.toISOString() ?? null,
  };
}

function scoreNow(lead: StoredLead, now: number): ScoreReading {
  const { title, industry, company } = lead;
  const profileKnown = isProfileKnown({ attributes: { title, industry }, company: company === null ? null : { name: company.name } });
  return readScore(readScoreState(lead.scores), { now, lastSeenAt: lead.lastSeenAt?.getTime() ?? null, profileKnown }, DEFAULT_SETTINGS);
}
