import type { Db } from '@tendril/db';
import type { JsonObject, Sentence } from '@tendril/journey/model';
import { timelineSentences } from '../../../sentences/timeline.ts';
import { before, type TimelineSource } from './timeline-source.ts';

const STATUSES = ['planned', 'held', 'sending', 'sent', 'failed', 'unknown', 'skipped'] as const;

/** What the lead was sent, or was not and why. */
export function messageRows({ client }: Pick<Db, 'client'>): TimelineSource {
  return {
    rows: async ({ leadId, until, take }) => {
      const messages = await client.message.findMany({
        where: { leadId, plannedAt: before(until) },
        orderBy: [{ plannedAt: 'desc' }, { id: 'desc' }],
        take,
      });
      return messages.map(({ id, channel, status, subject, templateKey, reason, plannedAt }) => ({
        id: `message:${id}`,
        at: plannedAt.toISOString(),
        kind: 'message',
        icon: channel,
        sentence: messageSentence(channel, status, subject === '' ? templateKey : subject),
        ...(reason === null ? {} : { detail: { reason: reason as JsonObject } }),
      }));
    },
    count: (leadId) => client.message.count({ where: { leadId } }),
  };
}

function messageSentence(channel: string, status: string, subject: string): Sentence {
  const known = STATUSES.find((one) => one === status) ?? 'unknown';
  return timelineSentences.say(channel === 'wecom' ? `timeline.wecom-${known}` : `timeline.email-${known}`, { subject });
}
