import { recordDeed } from '../audit.ts';
import type { Caller } from '../ports.ts';
import type { ServiceParts } from '../service-parts.ts';
import { UserError } from '../user-error.ts';

/**
 * Has a stopped channel tried now, by the message that has waited longest.
 * @throws UserError `channel.not-stopped`
 */
export async function tryChannel(
  { db, runtime }: Pick<ServiceParts, 'db' | 'runtime'>,
  caller: Caller,
  { channel }: { channel: string },
): Promise<void> {
  if (!(await runtime.tryChannel({ workspaceId: caller.workspaceId, channel }))) throw new UserError('channel.not-stopped', { channel }, 'CONFLICT');
  await recordDeed(db.client, { caller, action: 'channel.tried', subjectType: 'channel', subjectId: channel });
}
