import type { Db } from '@tendril/db';
import type { Runtime } from '@tendril/runtime';
import { nextStrangers } from '../services/journeys/strangers.ts';
import type { HeldJob, JobKind } from './job-runner.ts';
import { leaseFrom } from './lease.ts';

/** Leads looked at between two notes of progress. */
const BATCH = 100;

/** What the job is built from. */
export interface EnrolJobParts {
  readonly db: Db;
  readonly runtime: Pick<Runtime, 'enrol'>;
  /** Real time in ms. */
  readonly clock: { now(): number };
}

/** Lets leads that are in the workspace already into a freshly published version. Enrolling twice is refused by the runtime. */
export function enrolJobs(parts: EnrolJobParts): JobKind {
  const { client } = parts.db;
  return {
    name: 'enrolments',
    claim: async () => {
      const now = new Date(parts.clock.now());
      const free = { status: { in: ['queued', 'running'] }, OR: [{ leaseUntil: null }, { leaseUntil: { lt: now } }] };
      const job = await client.enrolJob.findFirst({ where: free, orderBy: { createdAt: 'asc' } });
      if (job === null) return null;
      const data = { status: 'running', leaseUntil: leaseFrom(now.getTime()) };
      const { count } = await client.enrolJob.updateMany({ where: { id: job.id, ...free }, data });
      return count === 1 ? heldJob(parts, job.id) : null;
    },
    release: async (id) => void (await client.enrolJob.updateMany({ where: { id, status: 'running' }, data: { leaseUntil: null } })),
    fail: async (id, error) =>
      void (await client.enrolJob.updateMany({ where: { id }, data: { status: 'failed', error, finishedAt: new Date(parts.clock.now()) } })),
  };
}

const heldJob = (parts: EnrolJobParts, id: string): HeldJob => ({
  id,
  run: async (signal) => {
    while (!signal.aborted && (await enrolBatch(parts, id))) {
      // Each round is one batch; the condition does the work.
    }
  },
});

/** @returns false when the job is over */
async function enrolBatch({ db, runtime, clock }: EnrolJobParts, id: string): Promise<boolean> {
  const job = await db.client.enrolJob.findUnique({ where: { id } });
  if (job === null || job.status !== 'running') return false;
  const { workspaceId, journeyId, version, cursor } = job;
  const entry = await db.client.entryPoint.findFirst({ where: { journeyId, version, trigger: 'lead-created' } });
  if (entry === null) {
    // Published anew or archived meanwhile: those leads are the newer version's business.
    await db.client.enrolJob.update({ where: { id }, data: { status: 'done', finishedAt: new Date(clock.now()) } });
    return false;
  }
  const { leadIds, looked, last } = await nextStrangers(db, { workspaceId, journeyId, after: cursor, take: BATCH });
  let enrolled = 0;
  for (const leadId of leadIds) {
    const answer = await runtime.enrol({ workspaceId, journeyId, leadId, entry: entry.nodeId });
    if (answer.enrolled) enrolled += 1;
  }
  const over = last === null;
  await db.client.enrolJob.update({
    where: { id },
    data: {
      done: { increment: looked },
      enrolled: { increment: enrolled },
      cursor: last,
      leaseUntil: leaseFrom(clock.now()),
      ...(over ? { status: 'done', finishedAt: new Date(clock.now()) } : {}),
    },
  });
  return !over;
}
