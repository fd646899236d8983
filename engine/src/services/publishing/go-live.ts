import type { Prisma } from '@tendril/db';
import type { Program } from '@tendril/journey/model';
import { type MovePlan, movesNobody } from '@tendril/journey/versions';
import { noteMembers, noteWatches } from '@tendril/runtime';
import { entryPointsOf } from '../journeys/entry-points.ts';
import type { Caller } from '../ports.ts';

/** A version that goes live for all leads that come in. */
export interface GoingLive {
  readonly caller: Caller;
  readonly journeyId: string;
  readonly version: number;
  readonly program: Program;
  readonly plan: MovePlan;
  /** The plan is for leads of this version only; left out: for all. */
  readonly fromVersion?: number | undefined;
  /** Workspace time in ms. */
  readonly now: number;
  readonly timeZone: string;
}

/** Makes a version the one that leads come in by, and queues the move of leads inside. The journey is locked. */
export async function goLive(tx: Prisma.TransactionClient, going: GoingLive): Promise<void> {
  const { caller, journeyId, version, program, plan, fromVersion, now, timeZone } = going;
  const { workspaceId, userId } = caller;
  await tx.entryPoint.deleteMany({ where: { journeyId } });
  await tx.entryPoint.createMany({ data: entryPointsOf(program).map((entry) => ({ ...entry, workspaceId, journeyId, version })) });
  // A paused journey stays paused: publishing must not set leads going that somebody has stopped.
  await tx.journey.updateMany({ where: { id: journeyId, status: 'draft' }, data: { status: 'live' } });
  await tx.journey.update({ where: { id: journeyId }, data: { liveVersion: version } });
  const moment = { tx, workspace: { id: workspaceId, timeZone }, now };
  await noteMembers(moment, journeyId);
  await noteWatches(moment, journeyId);
  if (!movesNobody(plan)) await queueMove(tx, { workspaceId, journeyId, version, fromVersion, plan, createdBy: userId });
}

/** Queued with the version itself, so that a crash between the two leaves nobody behind. */
export async function queueMove(
  tx: Prisma.TransactionClient,
  job: {
    readonly workspaceId: string;
    readonly journeyId: string;
    readonly version: number;
    /** Only leads of this version go; left out: of any other one. */
    readonly fromVersion?: number | undefined;
    readonly plan: MovePlan;
    readonly createdBy: string;
  },
): Promise<void> {
  const { plan, ...rest } = job;
  const nodeIds = Object.keys(plan.steps);
  const total = await tx.run.count({ where: leadsOfPlan(job) });
  await tx.moveJob.create({
    data: { ...rest, fromVersion: job.fromVersion ?? null, nodeIds, plan: plan as unknown as Prisma.InputJsonObject, total },
  });
}

/** The runs that a plan may take somewhere: those at its steps, or all, if the rest does not just stay. */
export function leadsOfPlan(job: {
  readonly journeyId: string;
  readonly version: number;
  readonly fromVersion?: number | null | undefined;
  readonly plan: MovePlan;
}): Prisma.RunWhereInput {
  const { journeyId, version, fromVersion, plan } = job;
  const at = plan.rest.do === 'finish' ? { nodeId: { in: Object.keys(plan.steps) } } : {};
  return { journeyId, status: 'running', version: fromVersion ?? { not: version }, ...at };
}

/** Ends what another version on its way to being live makes pointless: a trial, and what waits for its time or a second person. */
export async function overtake(
  tx: Prisma.TransactionClient,
  { journeyId, now, userId, but }: { readonly journeyId: string; readonly now: number; readonly userId: string; readonly but?: string | undefined },
): Promise<void> {
  const end = { endedAt: new Date(now), endedBy: userId };
  await tx.canary.updateMany({ where: { journeyId, status: 'running' }, data: { status: 'taken-back', ...end } });
  const others = but === undefined ? {} : { id: { not: but } };
  await tx.publication.updateMany({ where: { journeyId, status: { in: ['requested', 'scheduled'] }, ...others }, data: { status: 'cancelled' } });
}
