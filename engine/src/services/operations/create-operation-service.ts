import type { Prisma } from '@tendril/db';
import type { Program } from '@tendril/journey/model';
import type { OperationKind, OperationView } from '../../api/operation-views.ts';
import { recordDeed } from '../audit.ts';
import { findEditable, findJourney } from '../journeys/find-journey.ts';
import type { JourneyParts } from '../journeys/journey-parts.ts';
import { runFilter } from '../journeys/run-filter.ts';
import type { Caller } from '../ports.ts';
import { UserError } from '../user-error.ts';
import type { OperationService, StartOperation } from './operation-service.ts';

type Parts = Pick<JourneyParts, 'db' | 'clock' | 'onJobQueued'>;

/** Leads that one operation may be for. */
const MOST_LEADS = 50_000;

/** What people do to leads inside a journey. */
export function createOperationService(parts: Parts): OperationService {
  return {
    start: (caller, input) => start(parts, caller, input),
    latest: (caller, input) => latest(parts, caller, input),
    cancel: (caller, input) => cancel(parts, caller, input),
  };
}

async function start({ db, onJobQueued }: Parts, caller: Caller, input: StartOperation): Promise<OperationView> {
  const { journeyId, kind, leads } = input;
  const { client } = db;
  const journey = await findEditable(db, caller, journeyId);
  const nodeId = kind === 'send-to' ? (input.nodeId ?? '') : null;
  if (nodeId !== null) await requireStep({ client }, { ...journey, nodeId });
  const chosen = 'all' in leads ? await runFilter(client, journey, leads.all) : { journeyId, id: { in: [...leads.runIds] } };
  const where = { AND: [chosen, { status: kind === 'try-again' ? 'failed' : 'running' }] };
  const runs = await client.run.findMany({ where, orderBy: { id: 'asc' }, take: MOST_LEADS, select: { id: true } });
  if (runs.length === 0) throw new UserError(kind === 'try-again' ? 'operation.nobody-failed' : 'operation.nobody', {}, 'CONFLICT');
  const { name: by } = await client.user.findUniqueOrThrow({ where: { id: caller.userId }, select: { name: true } });
  const job = await client.$transaction(async (tx) => {
    const row = { workspaceId: caller.workspaceId, journeyId, kind, nodeId, by, createdBy: caller.userId };
    const created = await tx.operation.create({ data: { ...row, runIds: runs.map(({ id }) => id), total: runs.length } });
    const detail = { name: journey.name, kind, leads: runs.length, ...(nodeId === null ? {} : { nodeId }) };
    await recordDeed(tx, { caller, action: 'journey.leads-operated', subjectType: 'journey', subjectId: journeyId, detail });
    return created;
  });
  onJobQueued();
  return viewOf(job);
}

async function latest({ db }: Parts, caller: Caller, { journeyId }: { journeyId: string }): Promise<OperationView | null> {
  await findJourney(db, caller, journeyId);
  const job = await db.client.operation.findFirst({ where: { journeyId }, orderBy: { createdAt: 'desc' } });
  return job === null ? null : viewOf(job);
}

async function cancel({ db, clock }: Parts, caller: Caller, { id }: { id: string }): Promise<void> {
  const job = await db.client.operation.findFirst({ where: { id, workspaceId: caller.workspaceId } });
  if (job === null) throw new UserError('operation.missing', {}, 'NOT_FOUND');
  await db.client.$transaction(async (tx) => {
    const { count } = await tx.operation.updateMany({
      where: { id, status: { in: ['queued', 'running'] } },
      data: { status: 'cancelled', finishedAt: new Date(clock.now()) },
    });
    const detail = { kind: job.kind };
    if (count > 0) await recordDeed(tx, { caller, action: 'journey.operation-cancelled', subjectType: 'journey', subjectId: job.journeyId, detail });
  });
}

/**
 * The live version must have the step; where a lead's own version has it too, the lead keeps its version.
 * @throws UserError `operation.no-step`
 */
async function requireStep(
  { client }: Pick<JourneyParts['db'], 'client'>,
  { id, liveVersion, nodeId }: { readonly id: string; readonly liveVersion: number | null; readonly nodeId: string },
): Promise<void> {
  const where = { journeyId_number: { journeyId: id, number: liveVersion ?? 0 } };
  const version = await client.journeyVersion.findUnique({ where, include: { program: true } });
  const program = version?.program.program as Program | undefined;
  if (program === undefined || !Object.hasOwn(program.nodes, nodeId) || program.entries.includes(nodeId))
    throw new UserError('operation.no-step', { step: nodeId }, 'CONFLICT');
}

function viewOf({ id, kind, status, total, done, changed, refused }: Prisma.OperationGetPayload<object>): OperationView {
  return {
    id,
    kind: kind as OperationKind,
    status: status as OperationView['status'],
    total,
    done,
    changed,
    refused: refused as OperationView['refused'],
  };
}
