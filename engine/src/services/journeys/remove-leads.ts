import { recordDeed } from '../audit.ts';
import type { Caller } from '../ports.ts';
import { findJourney } from './find-journey.ts';
import type { JourneyParts } from './journey-parts.ts';

/**
 * Takes leads out of a journey: their hand-off is closed, their planned message recalled, and their trail names the
 * caller. Runs that are over, or of another journey, are left alone.
 */
export async function removeLeads(
  { db, runtime }: Pick<JourneyParts, 'db' | 'runtime'>,
  caller: Caller,
  { id, runIds }: { id: string; runIds: readonly string[] },
): Promise<{ removed: number }> {
  const { workspaceId, userId } = caller;
  const journey = await findJourney(db, caller, id);
  const { name } = await db.client.user.findUniqueOrThrow({ where: { id: userId }, select: { name: true } });
  const inside = await db.client.run.findMany({ where: { journeyId: id, id: { in: [...runIds] }, status: 'running' }, select: { id: true } });
  let removed = 0;
  for (const run of inside) if (await runtime.removeRun({ workspaceId, runId: run.id, by: name })) removed += 1;
  const detail = { name: journey.name, removed };
  await recordDeed(db.client, { caller, action: 'journey.leads-removed', subjectType: 'journey', subjectId: id, detail });
  return { removed };
}
