import type { Db } from '@tendril/db';
import type { MovePlan } from '@tendril/journey/versions';
import type { Runtime } from '@tendril/runtime';
import { leadsOfPlan } from '../services/publishing/go-live.ts';
import type { HeldJob, JobKind } from './job-runner.ts';
import { leaseFrom } from './lease.ts';

/** Runs looked at between two notes of progress. */
const BATCH = 100;

/** What the job is built from. */
export interface MoveJobParts {
  readonly db: Db;
  readonly runtime: Pick<Runtime, 'changeVersions'>;
  /** Real time in ms. */
  readonly clock: { now(): number };
}

/** Carries out what was chosen for leads inside when a version went live, under each lead's lock. A run looked at twice is moved once. */
export function moveJobs(parts: MoveJobParts): JobKind {
  const { client } = parts.db;
  return {
    name: 'moves',
    claim: async () => {
      const now = new Date(parts.clock.now());
      const free = { status: { in: ['queued', 'running'] }, OR: [{ leaseUntil: null }, { leaseUntil: { lt: now } }] };
      const job = await client.moveJob.findFirst({ where: free, orderBy: { createdAt: 'asc' } });
      if (job === null) return null;
      const data = { status: 'running', leaseUntil: leaseFrom(now.getTime()) };
      const { count } = await client.moveJob.updateMany({ where: { id: job.id, ...free }, data });
      return count === 1 ? heldJob(parts, job.id) : null;
    },
    release: async (id) => void (await client.moveJob.updateMany({ where: { id, status: 'running' }, data: { leaseUntil: null } })),
    fail: async (id, error) =>
      void (await client.moveJob.updateMany({ where: { id }, data: { status: 'failed', error, finishedAt: new Date(parts.clock.now()) } })),
  };
}

const heldJob = (parts: MoveJobParts, id: string): HeldJob => ({
  id,
  run: async (signal) => {
    while (!signal.aborted && (await moveBatch(parts, id))) {
      // Each round is one batch; the condition does the work.
    }
  },
});

/** @returns false when the job is over, or was cancelled */
async function moveBatch({ db, runtime, clock }: MoveJobParts, id: string): Promise<boolean> {
  const { client } = db;
  const job = await client.moveJob.findUnique({ where: { id } });
  if (job === null || job.status !== 'running') return false;
  const { workspaceId, journeyId, version, cursor } = job;
  const plan = planOf(job);
  const journey = await client.journey.findUnique({ where: { id: journeyId }, select: { liveVersion: true } });
  // Published anew meanwhile: whoever did so has said what becomes of the leads.
  const stillLive = journey?.liveVersion === version;
  const runs = stillLive
    ? await client.run.findMany({
        where: { ...leadsOfPlan({ ...job, plan }), ...(cursor === null ? {} : { id: { gt: cursor } }) },
        orderBy: { id: 'asc' },
        take: BATCH,
        select: { id: true },
      })
    : [];
  const runIds = runs.map((run) => run.id);
  const became = await runtime.changeVersions({ workspaceId, journeyId, version, plan, runIds });
  const over = runs.length < BATCH;
  await client.moveJob.updateMany({
    where: { id, status: 'running' },
    data: {
      done: { increment: runs.length },
      moved: { increment: became.over },
      later: { increment: became.later },
      left: { increment: became.left },
      cursor: runs.at(-1)?.id ?? cursor,
      leaseUntil: leaseFrom(clock.now()),
      ...(over ? { status: stillLive ? 'done' : 'cancelled', finishedAt: new Date(clock.now()) } : {}),
    },
  });
  return !over;
}

/** A job of an older release names steps only: those who wait there go over. */
function planOf({ plan, nodeIds }: { readonly plan: unknown; readonly nodeIds: readonly string[] }): MovePlan {
  if (plan !== null) return plan as MovePlan;
  return { steps: Object.fromEntries(nodeIds.map((node) => [node, { do: 'now', wait: 'recompute' }])), rest: { do: 'finish' } };
}
