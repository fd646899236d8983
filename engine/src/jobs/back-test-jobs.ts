import type { Db, Prisma } from '@tendril/db';
import { compile } from '@tendril/journey/compile';
import type { Program } from '@tendril/journey/model';
import { builtInNodeTypes } from '@tendril/journey/nodes';
import { addTallies, type BackTestTally, emptyTally } from '@tendril/journey/simulator';
import type { Runtime } from '@tendril/runtime';
import { type Comparison, playBatch } from '../services/try-out/back-test/play-batch.ts';
import { recordLeads } from '../services/try-out/back-test/record-leads.ts';
import type { HeldJob, JobKind } from './job-runner.ts';
import { leaseFrom } from './lease.ts';

/** Leads played between two notes of progress; few, so that the API answers others in between. */
const BATCH = 25;

/** What the job is built from. */
export interface BackTestJobParts {
  readonly db: Db;
  readonly runtime: Pick<Runtime, 'snapshot'>;
  /** Real time in ms. */
  readonly clock: { now(): number };
}

type Job = Prisma.BackTestJobGetPayload<object>;

/** Plays past leads through a draft and the live version. Tally and cursor are written together: no lead counts twice. */
export function backTestJobs(parts: BackTestJobParts): JobKind {
  const { client } = parts.db;
  return {
    name: 'back-tests',
    claim: async () => {
      const now = new Date(parts.clock.now());
      const free = { status: { in: ['queued', 'running'] }, OR: [{ leaseUntil: null }, { leaseUntil: { lt: now } }] };
      const job = await client.backTestJob.findFirst({ where: free, orderBy: { createdAt: 'asc' } });
      if (job === null) return null;
      const data = { status: 'running', leaseUntil: leaseFrom(now.getTime()) };
      const { count } = await client.backTestJob.updateMany({ where: { id: job.id, ...free }, data });
      return count === 1 ? heldJob(parts, job) : null;
    },
    release: async (id) => void (await client.backTestJob.updateMany({ where: { id, status: 'running' }, data: { leaseUntil: null } })),
    fail: async (id, error) =>
      void (await client.backTestJob.updateMany({
        where: { id, status: 'running' },
        data: { status: 'failed', error, finishedAt: new Date(parts.clock.now()) },
      })),
  };
}

const heldJob = (parts: BackTestJobParts, job: Job): HeldJob => ({
  id: job.id,
  run: async (signal) => {
    const comparison = await comparisonOf(parts, job);
    while (!signal.aborted && (await playNext(parts, job.id, comparison))) {
      // Each round is one batch; the condition does the work.
    }
  },
});

async function comparisonOf({ db: { client } }: BackTestJobParts, job: Job): Promise<Comparison> {
  const { workspaceId, journeyId, liveVersion, document, fromAt, toAt } = job;
  const [{ timeZone }, rows, version] = await Promise.all([
    client.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { timeZone: true } }),
    client.disposition.findMany({ where: { workspaceId } }),
    liveVersion === null
      ? null
      : client.journeyVersion.findUniqueOrThrow({ where: { journeyId_number: { journeyId, number: liveVersion } }, include: { program: true } }),
  ]);
  const compiled = compile(document, { nodeTypes: builtInNodeTypes });
  if (!compiled.ok) throw new Error(`The draft of the back-test ${job.id} does not compile any more.`);
  const dispositions = Object.fromEntries(
    rows.map(({ key, stage, pool }) => [key, { ...(stage === null ? {} : { stage }), ...(pool === null ? {} : { pool }) }]),
  );
  const laboratory = { nodeTypes: builtInNodeTypes, timeZone, dispositions };
  return {
    draft: { ...laboratory, program: compiled.program },
    live: version === null ? null : { ...laboratory, program: version.program.program as unknown as Program },
    from: fromAt.getTime(),
    to: toAt.getTime(),
  };
}

/** @returns false when the job is over, was cancelled, or is somebody else's by now */
async function playNext({ db, runtime, clock }: BackTestJobParts, id: string, comparison: Comparison): Promise<boolean> {
  const { client } = db;
  const job = await client.backTestJob.findUnique({ where: { id } });
  if (job === null || job.status !== 'running') return false;
  const { workspaceId, journeyId, cursor, toAt } = job;
  const leads = await client.lead.findMany({
    where: { workspaceId, mergedInto: null, createdAt: { lt: toAt }, ...(cursor === null ? {} : { id: { gt: cursor } }) },
    orderBy: { id: 'asc' },
    take: BATCH,
    select: { id: true },
  });
  const { from, to } = comparison;
  const onRecord = await recordLeads({ db, runtime }, { workspaceId, journeyId, leadIds: leads.map((lead) => lead.id), from, to });
  const before = job.tally as unknown as Partial<BackTestTally>;
  const tally = addTallies(
    before.leads === undefined ? emptyTally(comparison.live !== null) : (before as BackTestTally),
    playBatch(onRecord, comparison),
  );
  const over = leads.length < BATCH;
  const { count } = await client.backTestJob.updateMany({
    // Whoever took the job over after a long silence has moved the cursor; this batch is theirs then.
    where: { id, status: 'running', cursor },
    data: {
      tally: tally as unknown as Prisma.InputJsonObject,
      done: { increment: leads.length },
      cursor: leads.at(-1)?.id ?? cursor,
      leaseUntil: leaseFrom(clock.now()),
      ...(over ? { status: 'done', finishedAt: new Date(clock.now()) } : {}),
    },
  });
  return count === 1 && !over;
}
