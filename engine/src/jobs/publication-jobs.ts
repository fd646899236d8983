import type { JourneyParts } from '../services/journeys/journey-parts.ts';
import { publishWaiting } from '../services/publishing/publish-waiting.ts';
import { workspaceNow } from '../services/workspace-clock.ts';
import type { JobKind } from './job-runner.ts';
import { leaseFrom } from './lease.ts';

/** Publishes what was to go live at a time, once the workspace's clock shows it. */
export function publicationJobs(parts: JourneyParts): JobKind {
  const { client } = parts.db;
  return {
    name: 'publications',
    claim: async () => {
      const real = parts.clock.now();
      const free = { status: 'scheduled', OR: [{ leaseUntil: null }, { leaseUntil: { lt: new Date(real) } }] };
      const waiting = await client.publication.findMany({ where: free, orderBy: { goLiveAt: 'asc' } });
      for (const publication of waiting) {
        const { now } = await workspaceNow(client, publication.workspaceId, real);
        if (publication.goLiveAt !== null && publication.goLiveAt.getTime() > now) continue;
        const { count } = await client.publication.updateMany({ where: { id: publication.id, ...free }, data: { leaseUntil: leaseFrom(real) } });
        if (count === 1) return { id: publication.id, run: async () => void (await publishWaiting(parts, publication)) };
      }
      return null;
    },
    release: async (id) => void (await client.publication.updateMany({ where: { id, status: 'scheduled' }, data: { leaseUntil: null } })),
    // It cannot go live, for instance because its journey was archived; people see that it did not.
    fail: async (id) => void (await client.publication.updateMany({ where: { id, status: 'scheduled' }, data: { status: 'refused' } })),
  };
}
