import { pairOf } from '../people/relations.ts';
import { change, type StandIn } from '../stand-in.ts';
import { isCapped } from './receive-cap.ts';

/**
 * The staff member presses "send" on the phone: every customer of the task gets its copy, or not, and why.
 * @returns false if there is nothing to send
 */
export function confirmMassSend(standIn: StandIn, { msgid, userid }: { msgid: string; userid: string }): boolean {
  const { state } = standIn.store;
  const task = state.massSends.find((one) => one.msgid === msgid);
  const member = task?.members.find((one) => one.userid === userid);
  if (task === undefined || member === undefined || member.status === 2 || task.cancelledAt !== null) return false;
  const now = standIn.now();
  change(standIn, () => {
    member.status = 2;
    member.sentAt = now;
    for (const target of member.targets) {
      const { external_userid } = target;
      const friends = state.relations[pairOf(userid, external_userid)]?.status === 'friends';
      target.status = !friends ? 2 : isCapped(state, external_userid, now) ? 3 : 1;
      target.sentAt = now;
      if (target.status !== 1) continue;
      state.lastSeq += 1;
      state.chats.push({
        seq: state.lastSeq,
        userid,
        external_userid,
        from: 'staff',
        kind: 'mass-send',
        text: task.text,
        attachments: task.attachments,
        at: now,
      });
    }
  });
  return true;
}
