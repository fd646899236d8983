import type { Effect } from '@tendril/journey/model';
import { explainLead } from '../leads/explain-lead.ts';
import { lookAgain } from '../messages/hold-message.ts';
import type { StepPlace } from '../runs/trail.ts';
import type { Work } from '../work/work.ts';

/** Puts a lead into the SDRs' inbox, with the reasons and the score of the moment. */
export async function openHandoff(
  work: Work,
  { why, acceptBy, respondBy }: Extract<Effect, { type: 'open-handoff' }>,
  { run, step, leadId, node }: StepPlace & { readonly node: string },
): Promise<void> {
  const { intent: _, ...score } = await explainLead(work, work.leads.require(leadId));
  await work.tx.handoff.create({
    data: {
      id: work.newId(),
      workspaceId: work.workspace.id,
      leadId,
      journeyId: run.journeyId,
      runId: run.id,
      nodeId: node,
      step,
      why: why.map(({ code, params }) => ({ code, params })),
      score: JSON.parse(JSON.stringify(score)),
      createdAt: new Date(work.now),
      acceptBy: acceptBy === null ? null : new Date(acceptBy),
      respondBy: respondBy === null ? null : new Date(respondBy),
    },
  });
}

/** Takes this run's hand-offs off the desk: the time to answer is over. */
export async function expireHandoff(work: Work, { run, leadId }: StepPlace): Promise<void> {
  await work.tx.handoff.updateMany({
    where: { runId: run.id, status: { in: ['open', 'accepted'] } },
    data: { status: 'expired', closedAt: new Date(work.now) },
  });
  await lookAgain(work, leadId);
}
