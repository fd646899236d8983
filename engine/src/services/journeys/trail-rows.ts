import type { Prisma } from '@tendril/db';
import type { Locale, Sentence } from '@tendril/journey/model';
import type { TrailRow } from '../../api/views.ts';
import type { JourneyParts } from './journey-parts.ts';

/** What one run decided, in the order of its steps, with the names its nodes have in the version it follows. */
export async function trailRows(
  { db, nodeNames }: Pick<JourneyParts, 'db' | 'nodeNames'>,
  { id: runId, journeyId, version }: Prisma.RunGetPayload<object>,
  locale: Locale,
): Promise<readonly TrailRow[]> {
  const trail = await db.client.trailEntry.findMany({ where: { runId }, orderBy: [{ step: 'asc' }, { seq: 'asc' }] });
  return Promise.all(
    trail.map(async ({ id, at, nodeId, kind, port, because }): Promise<TrailRow> => {
      const node = await nodeNames.find({ journeyId, version, nodeId, locale });
      const said = { kind: kind as TrailRow['kind'], port, because: because as unknown as Sentence };
      return { id: String(id), at: at.toISOString(), nodeId, nodeName: node.name, nodeKind: node.kind, ...said };
    }),
  );
}
