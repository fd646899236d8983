import type { Acceptance, Closing } from '@tendril/runtime';
import type { Caller } from '../ports.ts';
import { UserError } from '../user-error.ts';
import type { DeskParts } from './desk-parts.ts';
import { assigneeName, findHandoff } from './find-handoff.ts';

type Parts = Pick<DeskParts, 'db' | 'runtime'>;

/**
 * Takes a hand-off. Of several people who try, one gets it.
 * @throws UserError `handoff.missing`, `handoff.taken` or `handoff.closed`
 */
export async function acceptHandoff(parts: Parts, caller: Caller, { id }: { id: string }): Promise<void> {
  await findHandoff(parts.db, caller, id);
  const { workspaceId, userId } = caller;
  const answer = await parts.runtime.acceptHandoff({ workspaceId, handoffId: id, userId });
  if (!answer.ok) throw await refusal(parts, caller, { id, reason: answer.reason, disposition: '' });
}

/**
 * Records what came of the lead; its journey goes on at once. An open hand-off is accepted in the same moment.
 * @throws UserError as `acceptHandoff`, or `disposition.missing`
 */
export async function disposeHandoff(parts: Parts, caller: Caller, input: { id: string; disposition: string; note: string }): Promise<void> {
  const { id, disposition, note } = input;
  const handoff = await findHandoff(parts.db, caller, id);
  const { workspaceId, userId } = caller;
  const kept = note.trim() === '' ? handoff.note : note;
  const answer = await parts.runtime.closeHandoff({ workspaceId, handoffId: id, userId, disposition, note: kept });
  if (!answer.ok) throw await refusal(parts, caller, { id, reason: answer.reason, disposition });
}

/**
 * Keeps what an SDR found out so far.
 * @throws UserError `handoff.missing`, `handoff.closed` or `handoff.not-yours`
 */
export async function saveNotes(
  { db }: Pick<Parts, 'db'>,
  caller: Caller,
  { id, note, bant }: { id: string; note: string; bant: { budget: string; authority: string; need: string; time: string } },
): Promise<void> {
  const handoff = await findHandoff(db, caller, id);
  if (!['open', 'accepted'].includes(handoff.status)) throw new UserError('handoff.closed', { status: handoff.status }, 'CONFLICT');
  const free = { OR: [{ assigneeId: null }, { assigneeId: caller.userId }] };
  const { count } = await db.client.handoff.updateMany({ where: { id, status: { in: ['open', 'accepted'] }, ...free }, data: { note, bant } });
  if (count === 0) throw new UserError('handoff.not-yours', { name: await assigneeName(db, handoff) }, 'CONFLICT');
}

type Reason = Exclude<Acceptance | Closing, { ok: true }>['reason'];

async function refusal({ db }: Pick<Parts, 'db'>, caller: Caller, refused: { id: string; reason: Reason; disposition: string }): Promise<UserError> {
  const { id, reason, disposition } = refused;
  switch (reason) {
    case 'missing':
      return new UserError('handoff.missing', {}, 'NOT_FOUND');
    case 'unknown-disposition':
      return new UserError('disposition.missing', { disposition }, 'NOT_FOUND');
    case 'taken':
      return new UserError('handoff.taken', { name: await assigneeName(db, await findHandoff(db, caller, id)) }, 'CONFLICT');
    case 'over':
      return new UserError('handoff.closed', { status: (await findHandoff(db, caller, id)).status }, 'CONFLICT');
  }
}
