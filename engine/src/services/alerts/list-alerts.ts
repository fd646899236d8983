import type { AlertView } from '../../api/alert-views.ts';
import type { Caller } from '../ports.ts';
import type { ServiceParts } from '../service-parts.ts';

/** Channels and journeys that their circuit breaker has stopped, the newest first. */
export async function listAlerts({ db }: Pick<ServiceParts, 'db'>, { workspaceId }: Caller): Promise<readonly AlertView[]> {
  const open = await db.client.breaker.findMany({ where: { workspaceId, closedAt: null }, orderBy: { openedAt: 'desc' }, take: 50 });
  const ids = open.flatMap(({ scope }) => (scope.startsWith('journey:') ? [scope.slice('journey:'.length)] : []));
  const journeys = await db.client.journey.findMany({ where: { workspaceId, id: { in: ids } }, select: { id: true, name: true } });
  return open.map(({ scope, openedAt, tries, faults, lastFault, probeAt }): AlertView => {
    const [kind, of = ''] = scope.split(':', 2);
    const common = { sinceReal: openedAt.toISOString(), tries, faults, lastFault };
    return kind === 'channel'
      ? { kind, channel: of, journey: null, ...common, tryAtReal: probeAt.toISOString() }
      : { kind: 'journey', channel: null, journey: { id: of, name: journeys.find(({ id }) => id === of)?.name ?? '' }, ...common, tryAtReal: null };
  });
}
