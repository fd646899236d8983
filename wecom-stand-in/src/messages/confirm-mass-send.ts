import { pairOf } from '../people/relations.ts';
import { change, type StandIn } from '../stand-in.ts';
import { say } from './chat.ts';
import { receptionOf } from './receive-cap.ts';

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
      target.status = fateOf(standIn, userid, external_userid);
      target.sentAt = now;
      if (target.status === 1)
        say(standIn, { userid, external_userid, from: 'staff', kind: 'mass-send', text: task.text, attachments: task.attachments });
    }
  });
  return true;
}

/** As in get_groupmsg_send_result: 1 sent, 2 not a friend, 3 receive cap. */
function fateOf(standIn: StandIn, userid: string, external_userid: string): 1 | 2 | 3 {
  const { state } = standIn.store;
  if (state.relations[pairOf(userid, external_userid)]?.status !== 'friends') return 2;
  const { received, most } = receptionOf(state, external_userid, standIn.now());
  return received >= most ? 3 : 1;
}
