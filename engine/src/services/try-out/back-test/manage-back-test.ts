import type { Prisma } from '@tendril/db';
import { lockJourney } from '@tendril/db/queries';
import { compile } from '@tendril/journey/compile';
import { DAY } from '@tendril/journey/model';
import { builtInNodeTypes } from '@tendril/journey/nodes';
import type { BackTestTally } from '@tendril/journey/simulator';
import type { BackTestView } from '../../../api/try-out-views.ts';
import { recordDeed } from '../../audit.ts';
import { findEditable, findJourney } from '../../journeys/find-journey.ts';
import type { Caller } from '../../ports.ts';
import { UserError } from '../../user-error.ts';
import { workspaceNow } from '../../workspace-clock.ts';
import type { TryOutParts } from '../try-out-parts.ts';

const UNDER_WAY = ['queued', 'running'];

/**
 * Has the stored draft played against the leads and events of the last days, in the background. A back-test of the same
 * journey that is still under way ends: its draft is the older one.
 * @throws UserError `journey.missing`, `journey.archived` or `back-test.draft-broken`
 */
export async function startBackTest(parts: TryOutParts, caller: Caller, { journeyId, days }: { journeyId: string; days: number }): Promise<void> {
  const { db, clock } = parts;
  const { workspaceId, userId } = caller;
  const { draft, liveVersion, name } = await findEditable(db, caller, journeyId);
  if (!compile(draft, { nodeTypes: builtInNodeTypes }).ok) throw new UserError('back-test.draft-broken', { name }, 'CONFLICT');
  const { now } = await workspaceNow(db.client, workspaceId, clock.now());
  const [fromAt, toAt] = [new Date(now - days * DAY), new Date(now)];
  await db.client.$transaction(async (tx) => {
    // Two who start at once must not both have one running.
    await lockJourney(tx, journeyId);
    await endThoseUnderWay(tx, journeyId, new Date(clock.now()));
    const total = await tx.lead.count({ where: { workspaceId, mergedInto: null, createdAt: { lt: toAt } } });
    const document = draft as Prisma.InputJsonObject;
    await tx.backTestJob.create({ data: { workspaceId, journeyId, document, liveVersion, days, fromAt, toAt, total, createdBy: userId } });
    await recordDeed(tx, { caller, action: 'journey.back-tested', subjectType: 'journey', subjectId: journeyId, detail: { days } });
  });
  parts.onJobQueued();
}

/** The newest back-test of the journey with what has come of it so far; null if there never was one. */
export async function readBackTest({ db }: TryOutParts, caller: Caller, { journeyId }: { journeyId: string }): Promise<BackTestView | null> {
  await findJourney(db, caller, journeyId);
  const job = await db.client.backTestJob.findFirst({ where: { journeyId }, orderBy: { createdAt: 'desc' } });
  if (job === null) return null;
  const { id, days, liveVersion, total, done, fromAt, toAt, createdAt, finishedAt } = job;
  const tally = job.tally as unknown as Partial<BackTestTally>;
  const known = tally.leads === undefined ? null : (tally as BackTestTally);
  return {
    id,
    status: job.status as BackTestView['status'],
    days,
    liveVersion,
    total,
    done,
    from: fromAt.toISOString(),
    to: toAt.toISOString(),
    tally: known,
    examples: await namedExamples(db, known),
    startedAtReal: createdAt.toISOString(),
    finishedAtReal: finishedAt?.toISOString() ?? null,
  };
}

/** Stops the back-test after the batch at hand. What it has found so far stays readable. */
export async function cancelBackTest({ db, clock }: TryOutParts, caller: Caller, { journeyId }: { journeyId: string }): Promise<void> {
  await findEditable(db, caller, journeyId);
  await endThoseUnderWay(db.client, journeyId, new Date(clock.now()));
}

async function endThoseUnderWay(tx: Pick<Prisma.TransactionClient, 'backTestJob'>, journeyId: string, finishedAt: Date): Promise<void> {
  await tx.backTestJob.updateMany({ where: { journeyId, status: { in: UNDER_WAY } }, data: { status: 'cancelled', finishedAt } });
}

async function namedExamples({ client }: TryOutParts['db'], tally: BackTestTally | null): Promise<BackTestView['examples']> {
  const examples = tally?.examples ?? [];
  const leads = await client.lead.findMany({
    where: { id: { in: examples.map(({ lead }) => lead) } },
    select: { id: true, name: true, email: true },
  });
  const names = new Map(leads.map(({ id, name, email }) => [id, name ?? email]));
  return examples.map(({ lead, more, fewer }) => ({ leadId: lead, leadName: names.get(lead) ?? null, more, fewer }));
}
