import type { PublishingNews } from '../../api/publishing-views.ts';
import type { JourneyParts } from '../journeys/journey-parts.ts';
import type { Caller } from '../ports.ts';
import type { Overstepped } from './guard-metrics.ts';

/** Items shown at once; more would hide the page. */
const MOST = 20;

/**
 * What of the workspace's journeys somebody should see wherever they are: trials that a limit has stopped, drawings that could
 * not go live when their time came, and requests that wait for the caller. Each is gone once somebody has dealt with it.
 */
export async function readNews({ db }: Pick<JourneyParts, 'db'>, { workspaceId, userId, role }: Caller): Promise<readonly PublishingNews[]> {
  const { client } = db;
  const mayDecide = role === 'marketer' || role === 'admin';
  const [stopped, waiting] = await Promise.all([
    client.canary.findMany({ where: { workspaceId, status: 'stopped' }, orderBy: { endedAt: 'desc' }, take: MOST }),
    client.publication.findMany({
      where: { workspaceId, status: { in: mayDecide ? ['requested', 'refused'] : ['refused'] } },
      orderBy: { requestedAt: 'desc' },
      take: MOST,
    }),
  ]);
  const ids = [...stopped, ...waiting].map(({ journeyId }) => journeyId);
  const journeys = await client.journey.findMany({
    where: { id: { in: ids }, status: { not: 'archived' } },
    select: { id: true, name: true, liveVersion: true, draftRevision: true },
  });
  const newest = await client.publication.groupBy({ by: ['journeyId'], where: { journeyId: { in: ids } }, _max: { requestedAt: true } });
  const journeyOf = (id: string) => journeys.find((journey) => journey.id === id);
  const trials = stopped.flatMap(({ journeyId, version, against, reason }): PublishingNews[] => {
    const journey = journeyOf(journeyId);
    if (journey === undefined || journey.liveVersion !== against || reason === null) return [];
    const { guard, trial, live } = reason as unknown as Overstepped;
    return [{ kind: 'trial-stopped', journey: { id: journeyId, name: journey.name }, version, guard, trial, live }];
  });
  const publications = waiting.flatMap(({ journeyId, status, requestedAt, requestedBy, revision }): PublishingNews[] => {
    const journey = journeyOf(journeyId);
    const isNewest = newest.some((group) => group.journeyId === journeyId && group._max.requestedAt?.getTime() === requestedAt.getTime());
    if (journey === undefined || !isNewest) return [];
    const about = { id: journeyId, name: journey.name };
    if (status === 'refused') return [{ kind: 'refused', journey: about }];
    return requestedBy !== userId && revision === journey.draftRevision ? [{ kind: 'awaits-you', journey: about }] : [];
  });
  return [...trials, ...publications];
}
