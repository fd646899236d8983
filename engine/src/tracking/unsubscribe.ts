import type { TrackingToken } from '@tendril/content/tracking';
import type { TrackingParts } from './tracking-parts.ts';

/**
 * Takes a reader at their word: consent is withdrawn, the address is suppressed, and running journeys hear of it, all by
 * the event `Unsubscribed`. Doing it twice changes nothing more.
 * @returns false if we no longer know the mail
 */
export async function unsubscribe(
  { db, runtime, clock }: Pick<TrackingParts, 'db' | 'runtime' | 'clock'>,
  { messageId, channel, topic }: Extract<TrackingToken, { is: 'unsubscribe' }>,
): Promise<boolean> {
  const message = await db.client.message.findUnique({ where: { id: messageId } });
  if (message === null) return false;
  const { workspaceId, leadId, address } = message;
  const event = {
    messageId: `unsubscribe/${messageId}`,
    type: 'email',
    name: 'Unsubscribed',
    leadId,
    properties: { channel, topic, address, messageId },
    timestamp: clock.now(),
  } as const;
  await runtime.recordEvents({ workspaceId, events: [event] });
  return true;
}
