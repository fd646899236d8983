import type { Prisma } from '@tendril/db';
import type { Locale } from '@tendril/journey/model';
import type { RunRow } from '../../api/views.ts';
import type { ServiceParts } from '../service-parts.ts';

type StoredRun = Prisma.RunGetPayload<object>;

/** Runs as pages show them, with the names of journey, lead and step. */
export async function runRows(
  { db, nodeNames }: Pick<ServiceParts, 'db' | 'nodeNames'>,
  runs: readonly StoredRun[],
  locale: Locale,
): Promise<readonly RunRow[]> {
  const [journeys, leads] = await Promise.all([
    db.client.journey.findMany({ where: { id: { in: runs.map(({ journeyId }) => journeyId) } }, select: { id: true, name: true } }),
    db.client.lead.findMany({ where: { id: { in: runs.map(({ leadId }) => leadId) } }, select: { id: true, name: true, email: true } }),
  ]);
  const journeyNames = new Map(journeys.map(({ id, name }) => [id, name]));
  const leadNames = new Map(leads.map(({ id, name, email }) => [id, name ?? email]));
  return Promise.all(
    runs.map(async ({ id, journeyId, version, leadId, status, nodeId, outcome, wakeAt, heldSince, startedAt, endedAt }) => ({
      id,
      journeyId,
      journeyName: journeyNames.get(journeyId) ?? journeyId,
      version,
      leadId,
      leadName: leadNames.get(leadId) ?? null,
      status: status as RunRow['status'],
      nodeId,
      nodeName: nodeId === null ? null : (await nodeNames.find({ journeyId, version, nodeId, locale })).name,
      outcome,
      wakeAt: wakeAt?.toISOString() ?? null,
      heldSince: heldSince?.toISOString() ?? null,
      startedAt: startedAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
    })),
  );
}
