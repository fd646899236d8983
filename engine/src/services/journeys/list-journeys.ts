import type { JourneyDocument } from '@tendril/journey/model';
import type { JourneyRow } from '../../api/views.ts';
import type { Caller } from '../ports.ts';
import type { JourneyParts } from './journey-parts.ts';
import { sameDrawing } from './same-drawing.ts';

/** Every journey of the workspace that is not archived, the last changed first, then the archived ones. */
export async function listJourneys({ db }: Pick<JourneyParts, 'db'>, { workspaceId }: Caller): Promise<readonly JourneyRow[]> {
  const [journeys, runs] = await Promise.all([
    db.client.journey.findMany({ where: { workspaceId }, orderBy: [{ archivedAt: { sort: 'desc', nulls: 'first' } }, { updatedAt: 'desc' }] }),
    db.client.run.groupBy({ by: ['journeyId', 'status'], where: { workspaceId }, _count: { _all: true } }),
  ]);
  const live = await liveDocuments(db, journeys);
  return journeys.map(({ id, name, status, liveVersion, draft, updatedAt }) => {
    const mine = runs.filter(({ journeyId }) => journeyId === id);
    const entered = mine.reduce((sum, { _count }) => sum + _count._all, 0);
    const inNow = mine.find((group) => group.status === 'running')?._count._all ?? 0;
    const published = live.get(id);
    const hasUnpublishedChanges = published === undefined || !sameDrawing(draft as unknown as JourneyDocument, published);
    return {
      id,
      name,
      status: status as JourneyRow['status'],
      liveVersion,
      hasUnpublishedChanges,
      inNow,
      entered,
      finished: entered - inNow,
      updatedAtReal: updatedAt.toISOString(),
    };
  });
}

/** The document of each journey's live version. */
export async function liveDocuments(
  { client }: JourneyParts['db'],
  journeys: readonly { readonly id: string; readonly liveVersion: number | null }[],
): Promise<ReadonlyMap<string, JourneyDocument>> {
  const wanted = journeys.flatMap(({ id, liveVersion }) => (liveVersion === null ? [] : [{ journeyId: id, number: liveVersion }]));
  if (wanted.length === 0) return new Map();
  const versions = await client.journeyVersion.findMany({ where: { OR: wanted }, select: { journeyId: true, document: true } });
  return new Map(versions.map(({ journeyId, document }) => [journeyId, document as unknown as JourneyDocument]));
}
