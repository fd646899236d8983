import type { EnrolManyAnswer, EnrolManyInput } from '../runs/enrol-answers.ts';
import { enrolLead } from '../runs/enrol-lead.ts';
import type { Work } from '../work/work.ts';

/**
 * Lets a batch of a bulk enrolment in and moves its cursor on, in one transaction: after a crash no lead is asked twice.
 * @returns null if the job is not running any more or somebody else has gone on with it
 */
export async function enrolMany(work: Work, { jobId, leadIds, cursor, nextCursor, ahead }: EnrolManyInput): Promise<EnrolManyAnswer | null> {
  const { tx, leads, workspace } = work;
  const [job] = await tx.$queryRaw<{ journeyId: string; nodeId: string; cursor: string | null }[]>`
    SELECT "journeyId", "nodeId", "cursor" FROM "BulkEnrolment"
    WHERE "id" = ${jobId}::uuid AND "workspaceId" = ${workspace.id}::uuid AND "status" = 'running' FOR UPDATE`;
  if (job === undefined || job.cursor !== cursor) return null;
  const { journeyId, nodeId } = job;
  const entry = await tx.entryPoint.findUnique({ where: { journeyId_nodeId: { journeyId, nodeId } } });
  if (entry === null) return { enrolled: 0, closed: true };
  await leads.lock(tx, workspace.id, leadIds);
  let enrolled = 0;
  for (const leadId of leadIds) {
    if (leads.get(leadId) === undefined) continue;
    if ((await enrolLead(work, { entry, leadId, event: null })).enrolled) enrolled += 1;
  }
  const data = {
    done: { increment: leadIds.length },
    enrolled: { increment: enrolled },
    cursor: nextCursor,
    nextAt: new Date(work.realNow + ahead(enrolled)),
  };
  await tx.bulkEnrolment.update({ where: { id: jobId }, data });
  return { enrolled, closed: false };
}
