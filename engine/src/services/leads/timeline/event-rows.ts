import type { Db } from '@tendril/db';
import type { JsonObject } from '@tendril/journey/model';
import { eventSentence } from './event-sentence.ts';
import { before, type TimelineSource } from './timeline-source.ts';

/** What the lead did. Events of SDRs and of journeys are told by hand-offs and trails. */
export function eventRows({ client }: Pick<Db, 'client'>): TimelineSource {
  const told = { type: { notIn: ['sdr', 'journey'] } };
  return {
    rows: async ({ leadId, until, take }) => {
      const events = await client.event.findMany({
        where: { leadId, ...told, occurredAt: before(until) },
        orderBy: [{ occurredAt: 'desc' }, { id: 'desc' }],
        take,
      });
      return events.map(({ id, name, properties, occurredAt }) => ({
        id: `event:${id}`,
        at: occurredAt.toISOString(),
        kind: 'event',
        icon: name,
        sentence: eventSentence(name, properties as JsonObject),
        detail: properties as JsonObject,
      }));
    },
    count: (leadId) => client.event.count({ where: { leadId, ...told } }),
  };
}
