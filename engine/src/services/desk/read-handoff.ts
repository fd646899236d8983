import type { HandoffDetail, ScoreView } from '../../api/views.ts';
import { callerLocale } from '../caller-locale.ts';
import { readLeadDetail } from '../leads/read-lead-detail.ts';
import { scoreView } from '../leads/score-view.ts';
import type { Caller } from '../ports.ts';
import type { DeskParts } from './desk-parts.ts';
import { assigneeName, findHandoff } from './find-handoff.ts';
import { handoffRow, type StoredHandoff } from './handoff-row.ts';

/** One hand-off with everything an SDR needs before picking up the phone. */
export async function readHandoff(parts: DeskParts, caller: Caller, { id }: { id: string }): Promise<HandoffDetail> {
  const { db, nodeNames } = parts;
  const handoff = await findHandoff(db, caller, id);
  const { journeyId, runId, nodeId } = handoff;
  const [lead, journey, run, assignee, locale] = await Promise.all([
    readLeadDetail(parts, caller, { id: handoff.leadId }),
    db.client.journey.findUnique({ where: { id: journeyId }, select: { name: true } }),
    db.client.run.findUnique({ where: { id: runId }, select: { version: true } }),
    handoff.assigneeId === null ? null : assigneeName(db, handoff),
    callerLocale(db, caller),
  ]);
  const version = run?.version ?? 0;
  const company = lead.company === null ? null : { name: lead.company };
  return {
    ...handoffRow(handoff, { lead: { ...lead, company }, assignee, callerId: caller.userId }),
    leadId: lead.id,
    lead,
    scoreAtHandoff: scoreThen(handoff, lead.scoreView),
    journeyId,
    journeyName: journey?.name ?? journeyId,
    version,
    nodeName: (await nodeNames.find({ journeyId, version, nodeId, locale })).name,
    bant: { budget: '', authority: '', need: '', time: '', ...(handoff.bant as object) },
    note: handoff.note,
    acceptedAt: handoff.acceptedAt?.toISOString() ?? null,
    closedAt: handoff.closedAt?.toISOString() ?? null,
  };
}

/** The score as it was; of intent, which is not part of the points, only what it is now if the hand-off did not keep it. */
function scoreThen(handoff: StoredHandoff, now: ScoreView): ScoreView {
  const kept = handoff.score as unknown as Partial<Parameters<typeof scoreView>[0]>;
  if (kept.dimensions === undefined) return now;
  return scoreView({ total: kept.total ?? 0, grade: kept.grade ?? null, dimensions: kept.dimensions, intent: kept.intent ?? now.intent });
}
