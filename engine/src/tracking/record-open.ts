import { HOUR } from '@tendril/journey/model';
import type { TrackingParts } from './tracking-parts.ts';

/**
 * Records `Email Opened`, at most once an hour per mail. Machines load pictures too, so this shows that mail arrives and
 * decides nothing.
 */
export async function recordOpen(
  { db, runtime }: Pick<TrackingParts, 'db' | 'runtime'>,
  { messageId, at }: { readonly messageId: string; readonly at: number },
): Promise<void> {
  const message = await db.client.message.findUnique({ where: { id: messageId } });
  if (message === null) return;
  const { workspaceId, leadId, journeyId, templateKey } = message;
  const properties = { messageId, journeyId, template: templateKey };
  const id = `open/${messageId}/${Math.floor(at / HOUR)}`;
  await runtime.recordEvents({ workspaceId, events: [{ messageId: id, type: 'email', name: 'Email Opened', leadId, properties, timestamp: at }] });
}
