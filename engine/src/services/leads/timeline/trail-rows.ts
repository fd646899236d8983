import type { Prisma } from '@tendril/db';
import type { Locale, Sentence } from '@tendril/journey/model';
import type { ServiceParts } from '../../service-parts.ts';
import { before, type TimelineSource } from './timeline-source.ts';

/** Lines that the message ledger and the hand-offs tell better. */
const TOLD_ELSEWHERE = ['send-email.sending', 'send-email.sent', 'send-wecom.creating', 'send-wecom.sent', 'hand-to-sdr.waiting'] as const;

/** What journeys decided for the lead, and why. */
export function trailRows({ db, nodeNames }: Pick<ServiceParts, 'db' | 'nodeNames'>, locale: Locale): TimelineSource {
  const { client } = db;
  const told: Prisma.TrailEntryWhereInput = { NOT: { OR: TOLD_ELSEWHERE.map((code) => ({ because: { path: ['code'], equals: code } })) } };
  return {
    rows: async ({ leadId, until, take }) => {
      const lines = await client.trailEntry.findMany({
        where: { leadId, ...told, at: before(until) },
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        take,
      });
      const runs = await client.run.findMany({ where: { id: { in: lines.map(({ runId }) => runId) } }, select: { id: true, version: true } });
      const journeys = await client.journey.findMany({
        where: { id: { in: lines.map(({ journeyId }) => journeyId) } },
        select: { id: true, name: true },
      });
      const versions = new Map(runs.map((run) => [run.id, run.version]));
      const names = new Map(journeys.map((journey) => [journey.id, journey.name]));
      return Promise.all(
        lines.map(async ({ id, runId, journeyId, nodeId, at, because }) => {
          const version = versions.get(runId) ?? 0;
          const node = await nodeNames.find({ journeyId, version, nodeId, locale });
          return {
            id: `trail:${id}`,
            at: at.toISOString(),
            kind: 'trail' as const,
            icon: node.kind,
            sentence: because as unknown as Sentence,
            journey: { id: journeyId, name: names.get(journeyId) ?? journeyId, version, nodeId, nodeName: node.name },
          };
        }),
      );
    },
    count: (leadId) => client.trailEntry.count({ where: { leadId, ...told } }),
  };
}
