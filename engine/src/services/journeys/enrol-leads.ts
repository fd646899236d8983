import { recordDeed } from '../audit.ts';
import type { Caller } from '../ports.ts';
import { UserError } from '../user-error.ts';
import { findEditable } from './find-journey.ts';
import type { JourneyParts } from './journey-parts.ts';

/**
 * Lets chosen leads into the live version by its manual entry. Who may not come in (or is inside already) is counted as
 * refused.
 * @throws UserError `journey.not-live` or `journey.no-manual-entry`
 */
export async function enrolLeads(
  { db, runtime }: Pick<JourneyParts, 'db' | 'runtime'>,
  caller: Caller,
  { id, leadIds }: { id: string; leadIds: readonly string[] },
): Promise<{ enrolled: number; refused: number }> {
  const { workspaceId } = caller;
  const journey = await findEditable(db, caller, id);
  if (journey.status !== 'live') throw new UserError('journey.not-live', { name: journey.name }, 'CONFLICT');
  const entry = await db.client.entryPoint.findFirst({ where: { journeyId: id, trigger: 'manual' } });
  if (entry === null) throw new UserError('journey.no-manual-entry', { name: journey.name }, 'CONFLICT');
  const distinct = [...new Set(leadIds)];
  let enrolled = 0;
  for (const leadId of distinct) {
    const answer = await runtime.enrol({ workspaceId, journeyId: id, leadId, entry: entry.nodeId });
    if (answer.enrolled) enrolled += 1;
  }
  const detail = { chosen: distinct.length, enrolled };
  await recordDeed(db.client, { caller, action: 'journey.leads-enrolled', subjectType: 'journey', subjectId: id, detail });
  return { enrolled, refused: distinct.length - enrolled };
}
