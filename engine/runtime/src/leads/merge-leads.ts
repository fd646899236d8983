import { moveLead } from '@tendril/db/queries';
import { DEFAULT_SETTINGS, mergeStates } from '@tendril/scoring';
import { endRun } from '../runs/end-run.ts';
import { runtimeSentences } from '../sentences.ts';
import type { Work } from '../work/work.ts';
import { isEarlierStage, type LeadRow, type LeadTexts } from './lead-row.ts';

/**
 * Makes two leads one: `to` keeps its own values and takes what it lacks, along with handles, history, points, consents
 * and runs. Where both are under way in one journey, the absorbed lead's run ends. Both are locked.
 */
export async function mergeLeads(work: Work, { from, to }: { readonly from: string; readonly to: string }): Promise<void> {
  const absorbed = work.leads.require(from);
  const kept = work.leads.require(to);
  if (absorbed.id === kept.id) return;
  const colliding = await moveLead(work.tx, { from: absorbed.id, to: kept.id, at: new Date(work.now) });
  work.leads.put(joined(kept, absorbed));
  work.leads.put({ ...absorbed, mergedInto: kept.id });
  for (const { id } of colliding) await endRun(work, { runId: id, outcome: 'merged', because: runtimeSentences.say('run.merged', {}) });
}

function joined(kept: LeadRow, absorbed: LeadRow): LeadRow {
  const texts = Object.fromEntries(Object.entries(kept.texts).map(([field, value]) => [field, value ?? absorbed.texts[field as keyof LeadTexts]]));
  const later = Math.max(kept.lastSeenAt ?? Number.NEGATIVE_INFINITY, absorbed.lastSeenAt ?? Number.NEGATIVE_INFINITY);
  return {
    ...kept,
    texts: texts as unknown as LeadTexts,
    attributes: { ...absorbed.attributes, ...kept.attributes },
    company: kept.company ?? absorbed.company,
    ...(isEarlierStage(kept.stage, absorbed.stage) ? { stage: absorbed.stage, pool: absorbed.pool } : {}),
    scores: mergeStates(kept.scores, absorbed.scores, DEFAULT_SETTINGS),
    lastSeenAt: Number.isFinite(later) ? later : null,
  };
}
