import { Prisma } from '@tendril/db';
import type { Condition } from '@tendril/journey/model';
import type { SegmentView } from '../../api/segment-views.ts';
import { recordDeed } from '../audit.ts';
import { countLeads } from '../journeys/count-leads.ts';
import type { Caller } from '../ports.ts';
import type { ServiceParts } from '../service-parts.ts';
import { UserError } from '../user-error.ts';
import { segmentUses } from './segment-use.ts';

type Parts = Pick<ServiceParts, 'db' | 'clock'>;

/** What a person says of a segment. */
export interface SegmentInput {
  readonly name: string;
  readonly condition: Condition;
}

/** Saved conditions over leads, by name. */
export interface SegmentService {
  list(caller: Caller): Promise<readonly SegmentView[]>;
  /** Refuses with `segment.name-taken`. */
  create(caller: Caller, input: SegmentInput): Promise<{ readonly id: string }>;
  /** Refuses with `segment.missing`, `segment.name-taken`, or `segment.rename-in-use` if journeys name it. */
  update(caller: Caller, input: SegmentInput & { readonly id: string }): Promise<void>;
  /** Refuses with `segment.missing` or `segment.in-use`. */
  remove(caller: Caller, input: { readonly id: string }): Promise<void>;
}

/** Segments on a database. */
export function createSegmentService(parts: Parts): SegmentService {
  return {
    list: (caller) => listSegments(parts, caller),
    create: (caller, input) => createSegment(parts, caller, input),
    update: (caller, input) => updateSegment(parts, caller, input),
    remove: (caller, input) => removeSegment(parts, caller, input),
  };
}

async function listSegments(parts: Parts, caller: Caller): Promise<readonly SegmentView[]> {
  const { client } = parts.db;
  const [rows, uses] = await Promise.all([
    client.segment.findMany({ where: { workspaceId: caller.workspaceId }, orderBy: { name: 'asc' } }),
    segmentUses(client, caller.workspaceId),
  ]);
  const views: SegmentView[] = [];
  for (const { id, name, condition: stored } of rows) {
    const condition = stored as unknown as Condition;
    const { matching } = await countLeads(parts, caller, { condition });
    views.push({ id, name, condition, matching, usedBy: uses.get(name) ?? [] });
  }
  return views;
}

async function createSegment({ db }: Parts, caller: Caller, { name, condition }: SegmentInput): Promise<{ readonly id: string }> {
  const { workspaceId, userId } = caller;
  return unlessTaken(name, () =>
    db.client.$transaction(async (tx) => {
      const { id } = await tx.segment.create({ data: { workspaceId, name, condition: condition as object, createdBy: userId } });
      await recordDeed(tx, { caller, action: 'segment.created', subjectType: 'segment', subjectId: id, detail: { name } });
      return { id };
    }),
  );
}

/** Journeys name a segment, so its name is fixed while one does; its condition may change, and watchers go by it at once. */
async function updateSegment({ db }: Parts, caller: Caller, { id, name, condition }: SegmentInput & { readonly id: string }): Promise<void> {
  await unlessTaken(name, () =>
    db.client.$transaction(async (tx) => {
      const before = await find(tx, caller, id);
      if (before.name !== name) await refuseInUse(tx, caller, { name: before.name, code: 'segment.rename-in-use' });
      await tx.segment.update({ where: { id }, data: { name, condition: condition as object } });
      const detail = { name, from: before.condition as object, to: condition as object };
      await recordDeed(tx, { caller, action: 'segment.changed', subjectType: 'segment', subjectId: id, detail });
    }),
  );
}

async function removeSegment({ db }: Parts, caller: Caller, { id }: { readonly id: string }): Promise<void> {
  await db.client.$transaction(async (tx) => {
    const { name } = await find(tx, caller, id);
    await refuseInUse(tx, caller, { name, code: 'segment.in-use' });
    await tx.segment.delete({ where: { id } });
    await recordDeed(tx, { caller, action: 'segment.removed', subjectType: 'segment', subjectId: id, detail: { name } });
  });
}

async function find(tx: Prisma.TransactionClient, { workspaceId }: Caller, id: string) {
  const row = await tx.segment.findFirst({ where: { id, workspaceId } });
  if (row === null) throw new UserError('segment.missing', {}, 'NOT_FOUND');
  return row;
}

async function refuseInUse(
  tx: Prisma.TransactionClient,
  { workspaceId }: Caller,
  { name, code }: { readonly name: string; readonly code: 'segment.in-use' | 'segment.rename-in-use' },
): Promise<void> {
  const journeys = (await segmentUses(tx, workspaceId)).get(name) ?? [];
  if (journeys.length > 0) throw new UserError(code, { name, journeys: journeys.map((journey) => journey.name).join(', ') }, 'CONFLICT');
}

async function unlessTaken<T>(name: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')
      throw new UserError('segment.name-taken', { name }, 'CONFLICT');
    throw error;
  }
}
