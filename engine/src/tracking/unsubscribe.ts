import type { TrackingToken } from '@tendril/content/tracking';
import type { TrackingParts } from './tracking-parts.ts';

/** What a reader wants no more: mail on the topic of the mail, or any mail. */
export type UnsubscribeScope = 'topic' | 'all';

/**
 * Withdraws consent at once, and for `all` suppresses the address too. Running journeys hear of it by the event
 * `Unsubscribed`. Doing it twice changes nothing more.
 * @returns false if the lead is no longer known
 */
export async function unsubscribe(
  { db, runtime, clock }: Pick<TrackingParts, 'db' | 'runtime' | 'clock'>,
  claim: Extract<TrackingToken, { is: 'unsubscribe' }>,
  scope: UnsubscribeScope,
): Promise<boolean> {
  const { messageId, channel, topic } = claim;
  if (channel !== 'email') return false;
  const message = await db.client.message.findUnique({ where: { id: messageId } });
  const lead = await db.client.lead.findUnique({ where: { id: message?.leadId ?? claim.leadId } });
  if (message === null || lead === null) return false;
  const { workspaceId } = message;
  const leadId = lead.mergedInto ?? lead.id;
  await runtime.upsertLead({ workspaceId, leadId, policy: 'fill', consents: [{ channel, topic, status: 'withdrawn', source: 'unsubscribe' }] });
  if (scope === 'all') await suppress(db, { workspaceId, address: message.address, at: new Date(await runtime.now({ workspaceId })) });
  await runtime.recordEvents({
    workspaceId,
    events: [
      {
        messageId: `unsubscribe/${messageId}/${scope}`,
        type: 'email',
        name: 'Unsubscribed',
        leadId,
        properties: { channel, topic: scope === 'all' ? '*' : topic, messageId },
        timestamp: clock.now(),
      },
    ],
  });
  return true;
}

async function suppress(db: TrackingParts['db'], row: { workspaceId: string; address: string; at: Date }): Promise<void> {
  const { workspaceId, address, at } = row;
  const key = { workspaceId, channel: 'email', address };
  await db.client.suppression.upsert({
    where: { workspaceId_channel_address: key },
    create: { ...key, reason: 'unsubscribe', source: 'unsubscribe', at },
    update: {},
  });
}
