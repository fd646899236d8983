import { setTimeout as pause } from 'node:timers/promises';
import type { Db } from '@tendril/db';
import type { Runtime } from '@tendril/runtime';
import { type BulkSource, nextOfSource } from '../services/bulk/bulk-source.ts';
import type { HeldJob, JobKind } from './job-runner.ts';
import { leaseFrom } from './lease.ts';

/** Leads of one transaction. */
const BATCH = 100;
/** A job works for so long, then others have their turn (real ms). */
const TURN_MS = 5_000;
/** A job with a rate lets in what is due about so often (real ms). */
const BEAT_MS = 2_000;
const MINUTE_MS = 60_000;

/** What the job is built from. */
export interface BulkJobParts {
  readonly db: Db;
  readonly runtime: Pick<Runtime, 'enrolMany'>;
  /** Real time in ms. */
  readonly clock: { now(): number };
}

/** Lets many leads in, a batch at a time and no faster than was said. Jobs take turns, so that a small one need not wait for a large one. */
export function bulkJobs(parts: BulkJobParts): JobKind {
  const { client } = parts.db;
  return {
    name: 'bulk-enrolments',
    claim: async () => {
      const now = new Date(parts.clock.now());
      const free = { status: { in: ['queued', 'running'] }, nextAt: { lte: now }, OR: [{ leaseUntil: null }, { leaseUntil: { lt: now } }] };
      const job = await client.bulkEnrolment.findFirst({ where: free, orderBy: { nextAt: 'asc' }, select: { id: true } });
      if (job === null) return null;
      const { count } = await client.bulkEnrolment.updateMany({
        where: { id: job.id, ...free },
        data: { status: 'running', leaseUntil: leaseFrom(now.getTime()) },
      });
      return count === 1 ? heldJob(parts, job.id) : null;
    },
    release: (id) => giveBack(parts, id),
    fail: async (id, error) =>
      void (await client.bulkEnrolment.updateMany({
        where: { id, status: 'running' },
        data: { status: 'failed', error, finishedAt: new Date(parts.clock.now()) },
      })),
  };
}

const giveBack = async ({ db }: BulkJobParts, id: string): Promise<void> =>
  void (await db.client.bulkEnrolment.updateMany({ where: { id, status: 'running' }, data: { leaseUntil: null } }));

const heldJob = (parts: BulkJobParts, id: string): HeldJob => ({
  id,
  run: async (signal) => {
    const end = Date.now() + TURN_MS;
    while (!signal.aborted && Date.now() < end) {
      const wait = await enrolNext(parts, id);
      if (wait === null) return;
      if (wait > 0 && Date.now() + wait > end) break;
      if (wait > 0) await pause(wait, undefined, { signal }).catch(() => undefined);
    }
    await giveBack(parts, id);
  },
});

/** @returns how long to wait for the next batch in real ms; null when the job is over or somebody else's */
async function enrolNext({ db, runtime, clock }: BulkJobParts, id: string): Promise<number | null> {
  const { client } = db;
  const job = await client.bulkEnrolment.findUnique({ where: { id } });
  if (job === null || job.status !== 'running') return null;
  const { workspaceId, journeyId, nodeId, cursor, perMinute, nextAt } = job;
  const early = nextAt.getTime() - clock.now();
  if (early > 0) return early;
  await client.bulkEnrolment.update({ where: { id }, data: { leaseUntil: leaseFrom(clock.now()) } });
  const take = perMinute === null ? BATCH : Math.max(1, Math.min(BATCH, Math.floor((perMinute * BEAT_MS) / MINUTE_MS)));
  const source = job.source as unknown as BulkSource;
  const leadIds = await nextOfSource({ db, clock }, { workspaceId, journeyId, nodeId, source }, { after: cursor, take });
  const last = leadIds.at(-1);
  const done = async (): Promise<null> => {
    await client.bulkEnrolment.updateMany({ where: { id, status: 'running', cursor }, data: { status: 'done', finishedAt: new Date(clock.now()) } });
    return null;
  };
  if (last === undefined) return done();
  // Only those who came in count against the rate: who may not come in costs nobody anything.
  const ahead = (enrolled: number): number => (perMinute === null ? 0 : (enrolled * MINUTE_MS) / perMinute);
  const answer = await runtime.enrolMany({ workspaceId, jobId: id, leadIds, cursor, nextCursor: last, ahead });
  if (answer === null) return null;
  return answer.closed ? done() : ahead(answer.enrolled);
}
