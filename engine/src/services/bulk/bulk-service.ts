import type { Prisma } from '@tendril/db';
import type { Condition } from '@tendril/journey/model';
import type { BulkView } from '../../api/bulk-views.ts';
import { recordDeed } from '../audit.ts';
import { findEditable } from '../journeys/find-journey.ts';
import type { LeadFilter } from '../leads/list-leads.ts';
import type { Caller } from '../ports.ts';
import type { ServiceParts } from '../service-parts.ts';
import { UserError } from '../user-error.ts';
import { type BulkSource, countSource } from './bulk-source.ts';

type Parts = Pick<ServiceParts, 'db' | 'clock' | 'onJobQueued'>;

/** Bulk enrolments shown, the newest first; those under way are always shown. */
const SHOWN = 5;

/** Which leads are to come in. */
export type BulkChoice =
  | { readonly type: 'segment'; readonly segmentId: string }
  | { readonly type: 'filter'; readonly filter: LeadFilter }
  | { readonly type: 'import'; readonly jobId: string };

/** Many leads let into a live journey in the background. */
export interface BulkService {
  /** How many leads are chosen now. */
  count(caller: Caller, input: { readonly choice: BulkChoice }): Promise<{ readonly matching: number }>;
  /** Refuses with `journey.not-live`, `segment.missing`, `import.missing` or `bulk.nobody`. */
  start(
    caller: Caller,
    input: { readonly journeyId: string; readonly choice: BulkChoice; readonly perMinute: number | null },
  ): Promise<{ readonly id: string }>;
  /** Refuses with `bulk.ended`. */
  stop(caller: Caller, input: { readonly journeyId: string; readonly id: string }): Promise<void>;
  /** Those under way and the newest that are over, of one journey or of all. */
  list(caller: Caller, input: { readonly journeyId?: string | undefined }): Promise<readonly BulkView[]>;
}

/** Bulk enrolments on a database; a background job carries them out. */
export function createBulkService(parts: Parts): BulkService {
  const { client } = parts.db;
  return {
    count: async (caller, { choice }) => {
      const source = await sourceOf(parts, caller, choice);
      return { matching: await countSource(parts, { workspaceId: caller.workspaceId, journeyId: '', nodeId: '', source }) };
    },
    start: (caller, input) => startBulk(parts, caller, input),
    stop: async (caller, { journeyId, id }) => {
      await findEditable(parts.db, caller, journeyId);
      await client.$transaction(async (tx) => {
        const { count } = await tx.bulkEnrolment.updateMany({
          where: { id, journeyId, status: { in: ['queued', 'running'] } },
          data: { status: 'cancelled', finishedAt: new Date(parts.clock.now()) },
        });
        if (count === 0) throw new UserError('bulk.ended', {}, 'CONFLICT');
        await recordDeed(tx, { caller, action: 'journey.bulk-stopped', subjectType: 'journey', subjectId: journeyId });
      });
    },
    list: async ({ workspaceId }, { journeyId }) => {
      const where = { workspaceId, ...(journeyId === undefined ? {} : { journeyId }) };
      const on = { status: { in: ['queued', 'running'] } };
      const newest = { orderBy: { createdAt: 'desc' } } as const;
      const [under, over] = await Promise.all([
        client.bulkEnrolment.findMany({ where: { ...where, ...on }, ...newest }),
        client.bulkEnrolment.findMany({ where: { ...where, NOT: on }, ...newest, take: SHOWN }),
      ]);
      const rows = [...under, ...over];
      const journeys = await client.journey.findMany({ where: { id: { in: rows.map((row) => row.journeyId) } }, select: { id: true, name: true } });
      const names = new Map(journeys.map(({ id, name }) => [id, name]));
      return rows.map((row) => viewOf(row, names.get(row.journeyId) ?? ''));
    },
  };
}

async function startBulk(
  parts: Parts,
  caller: Caller,
  { journeyId, choice, perMinute }: { readonly journeyId: string; readonly choice: BulkChoice; readonly perMinute: number | null },
): Promise<{ readonly id: string }> {
  const { client } = parts.db;
  const { workspaceId } = caller;
  const journey = await findEditable(parts.db, caller, journeyId);
  const points = await client.entryPoint.findMany({ where: { journeyId }, orderBy: { nodeId: 'asc' } });
  const entry = points.find(({ trigger }) => trigger === 'manual') ?? points[0];
  if (journey.status !== 'live' || entry === undefined) throw new UserError('journey.not-live', { name: journey.name }, 'CONFLICT');
  const source = await sourceOf(parts, caller, choice);
  const total = await countSource(parts, { workspaceId, journeyId, nodeId: entry.nodeId, source });
  if (total === 0) throw new UserError('bulk.nobody', {}, 'CONFLICT');
  const id = await client.$transaction(async (tx) => {
    const job = await queueBulk(tx, { caller, journeyId, nodeId: entry.nodeId, source, perMinute, total, nextAt: parts.clock.now() });
    const detail = { source: source as unknown as Prisma.InputJsonObject, perMinute, total };
    await recordDeed(tx, { caller, action: 'journey.bulk-started', subjectType: 'journey', subjectId: journeyId, detail });
    return job;
  });
  parts.onJobQueued();
  return { id };
}

/** Queues a job; the caller knocks at the runner. @returns its id */
export async function queueBulk(
  tx: Pick<Prisma.TransactionClient, 'bulkEnrolment'>,
  job: {
    readonly caller: Caller;
    readonly journeyId: string;
    readonly nodeId: string;
    readonly source: BulkSource;
    readonly perMinute: number | null;
    readonly total: number;
    /** Real time in ms. */
    readonly nextAt: number;
  },
): Promise<string> {
  const { caller, journeyId, nodeId, source, perMinute, total, nextAt } = job;
  const { id } = await tx.bulkEnrolment.create({
    data: {
      workspaceId: caller.workspaceId,
      createdBy: caller.userId,
      journeyId,
      nodeId,
      source: source as unknown as Prisma.InputJsonObject,
      perMinute,
      total,
      nextAt: new Date(nextAt),
    },
  });
  return id;
}

async function sourceOf({ db: { client } }: Parts, { workspaceId }: Caller, choice: BulkChoice): Promise<BulkSource> {
  if (choice.type === 'filter') return choice;
  if (choice.type === 'import') {
    const job = await client.importJob.findFirst({ where: { id: choice.jobId, workspaceId }, select: { fileName: true } });
    if (job === null) throw new UserError('import.missing', {}, 'NOT_FOUND');
    return { type: 'import', jobId: choice.jobId, fileName: job.fileName };
  }
  const segment = await client.segment.findFirst({ where: { id: choice.segmentId, workspaceId } });
  if (segment === null) throw new UserError('segment.missing', {}, 'NOT_FOUND');
  return { type: 'segment', name: segment.name, condition: segment.condition as unknown as Condition };
}

function viewOf(
  { id, journeyId, source, perMinute, status, total, done, enrolled }: Prisma.BulkEnrolmentGetPayload<object>,
  journey: string,
): BulkView {
  const of = source as unknown as BulkSource;
  const shown: BulkView['source'] =
    of.type === 'segment' ? { type: of.type, name: of.name } : of.type === 'import' ? { type: of.type, fileName: of.fileName } : { type: of.type };
  return { id, journey: { id: journeyId, name: journey }, source: shown, perMinute, status: status as BulkView['status'], total, done, enrolled };
}
