import type { Db } from '@tendril/db';
import type { Caller } from '../ports.ts';
import { UserError } from '../user-error.ts';
import type { StoredHandoff } from './handoff-row.ts';

/**
 * A hand-off of the caller's workspace.
 * @throws UserError `handoff.missing`
 */
export async function findHandoff({ client }: Pick<Db, 'client'>, { workspaceId }: Caller, id: string): Promise<StoredHandoff> {
  const handoff = await client.handoff.findFirst({ where: { id, workspaceId } });
  if (handoff === null) throw new UserError('handoff.missing', {}, 'NOT_FOUND');
  return handoff;
}

/** Name of the person who took a hand-off; a dash if nobody did. */
export async function assigneeName({ client }: Pick<Db, 'client'>, { assigneeId }: Pick<StoredHandoff, 'assigneeId'>): Promise<string> {
  const user = assigneeId === null ? null : await client.user.findUnique({ where: { id: assigneeId } });
  return user?.name ?? '–';
}
