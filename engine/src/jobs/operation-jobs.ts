import type { Db, Prisma } from '@tendril/db';
import { type Runtime, runtimeSentences } from '@tendril/runtime';
import type { HeldJob, JobKind } from './job-runner.ts';
import { leaseFrom } from './lease.ts';

/** Leads looked at between two notes of progress, and two looks whether somebody has stopped it. */
const BATCH = 20;

/** What the job is built from. */
export interface OperationJobParts {
  readonly db: Db;
  readonly runtime: Pick<Runtime, 'cancelRun' | 'sendTo' | 'tryAgain'>;
  /** Real time in ms. */
  readonly clock: { now(): number };
}

/**
 * Does what somebody wants done to leads inside, each under its own lock. Who has gone on meanwhile is left as it is and counted.
 * A lead that is looked at twice after a crash is not told twice.
 */
export function operationJobs(parts: OperationJobParts): JobKind {
  const { client } = parts.db;
  return {
    name: 'operations',
    claim: async () => {
      const now = new Date(parts.clock.now());
      const free = { status: { in: ['queued', 'running'] }, OR: [{ leaseUntil: null }, { leaseUntil: { lt: now } }] };
      const job = await client.operation.findFirst({ where: free, orderBy: { createdAt: 'asc' }, select: { id: true } });
      if (job === null) return null;
      const data = { status: 'running', leaseUntil: leaseFrom(now.getTime()) };
      const { count } = await client.operation.updateMany({ where: { id: job.id, ...free }, data });
      return count === 1 ? heldJob(parts, job.id) : null;
    },
    release: async (id) => void (await client.operation.updateMany({ where: { id, status: 'running' }, data: { leaseUntil: null } })),
    fail: async (id, error) =>
      void (await client.operation.updateMany({ where: { id }, data: { status: 'failed', error, finishedAt: new Date(parts.clock.now()) } })),
  };
}

const heldJob = (parts: OperationJobParts, id: string): HeldJob => ({
  id,
  run: async (signal) => {
    while (!signal.aborted && (await operateBatch(parts, id))) {
      // Each round is one batch; the condition does the work.
    }
  },
});

/** @returns false when the job is over, or was cancelled */
async function operateBatch(parts: OperationJobParts, id: string): Promise<boolean> {
  const { client } = parts.db;
  const job = await client.operation.findUnique({ where: { id } });
  if (job === null || job.status !== 'running') return false;
  const batch = job.runIds.slice(job.done, job.done + BATCH);
  const refused: Record<string, number> = { ...(job.refused as Record<string, number>) };
  let changed = 0;
  for (const runId of batch) {
    const refusal = await operate(parts, job, runId);
    if (refusal === null) changed += 1;
    else refused[refusal] = (refused[refusal] ?? 0) + 1;
  }
  const over = job.done + batch.length >= job.runIds.length;
  await client.operation.updateMany({
    where: { id, status: { in: ['running', 'cancelled'] } },
    data: { done: { increment: batch.length }, changed: { increment: changed }, refused, leaseUntil: leaseFrom(parts.clock.now()) },
  });
  if (over)
    await client.operation.updateMany({ where: { id, status: 'running' }, data: { status: 'done', finishedAt: new Date(parts.clock.now()) } });
  return !over;
}

/** @returns why the lead is left as it is; null if it is done */
async function operate({ runtime }: OperationJobParts, job: Prisma.OperationGetPayload<object>, runId: string): Promise<string | null> {
  const { workspaceId, kind, nodeId, by } = job;
  switch (kind) {
    case 'remove':
      return (await runtime.cancelRun({ workspaceId, runId, because: runtimeSentences.say('run.removed', { by }) })) ? null : 'over';
    case 'try-again': {
      const answer = await runtime.tryAgain({ workspaceId, runId, by });
      return answer.done ? null : answer.refusal;
    }
    default: {
      const answer = await runtime.sendTo({ workspaceId, runId, by, nodeId: nodeId ?? '' });
      return answer.done ? null : answer.refusal;
    }
  }
}
