import type { CallbackMessage } from '@tendril/content/wecom-callback';
import type { Db } from '@tendril/db';
import type { EventInput, Runtime } from '@tendril/runtime';
import { leadOfState } from './lead-state.ts';

/** What handling a callback needs. */
export interface CallbackParts {
  readonly db: Db;
  readonly runtime: Pick<Runtime, 'recordEvents' | 'acceptHandoff'>;
  /** Real time in ms. */
  readonly clock: { now(): number };
}

const ADDED = ['add_external_contact', 'add_half_external_contact'];
const REMOVED = ['del_external_contact', 'del_follow_user'];

/**
 * Does what a WeCom message asks for. Repeats are told apart by the message's own digest, so handling one twice changes
 * nothing. Messages we have no use for are ignored.
 */
export async function handleCallback(parts: CallbackParts, workspaceId: string, message: CallbackMessage): Promise<void> {
  const { Event: event, ChangeType: change = '' } = message.fields;
  if (event === 'change_external_contact' && ADDED.includes(change))
    return recordFriendship(parts, workspaceId, { message, name: 'WeCom Friend Added' });
  if (event === 'change_external_contact' && REMOVED.includes(change))
    return recordFriendship(parts, workspaceId, { message, name: 'WeCom Friend Removed' });
  if (event === 'template_card_event') return pressButton(parts, workspaceId, message);
}

async function recordFriendship(
  { db, runtime, clock }: CallbackParts,
  workspaceId: string,
  { message, name }: { readonly message: CallbackMessage; readonly name: string },
): Promise<void> {
  const { UserID: staffUserId, ExternalUserID: externalUserId, State: state } = message.fields;
  if (staffUserId === undefined || externalUserId === undefined) return;
  const known = leadOfState(state);
  const lead = known === null ? null : await db.client.lead.findFirst({ where: { id: known, workspaceId }, select: { id: true, mergedInto: true } });
  const event: EventInput = {
    messageId: `wecom/${message.dedupeKey}`,
    type: 'wecom',
    name,
    wecom: externalUserId,
    ...(lead === null ? {} : { leadId: lead.mergedInto ?? lead.id }),
    properties: { staffUserId, externalUserId, ...(state === undefined || state === '' ? {} : { state }) },
    timestamp: clock.now(),
  };
  await runtime.recordEvents({ workspaceId, events: [event] });
}

/** A button of a card that told a colleague of a hand-off: `accept:<hand-off id>`. */
async function pressButton({ db, runtime }: CallbackParts, workspaceId: string, { fields }: CallbackMessage): Promise<void> {
  const { FromUserName: wecomUserId, EventKey: key = '' } = fields;
  const [deed, handoffId] = key.split(':');
  if (deed !== 'accept' || handoffId === undefined || wecomUserId === undefined) return;
  const member = await db.client.member.findFirst({ where: { workspaceId, wecomUserId, role: { in: ['sdr', 'admin'] } } });
  const handoff = member === null ? null : await db.client.handoff.findFirst({ where: { id: handoffId, workspaceId }, select: { id: true } });
  if (member === null || handoff === null) return;
  await runtime.acceptHandoff({ workspaceId, handoffId, userId: member.userId });
}
