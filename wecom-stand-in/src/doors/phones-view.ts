import type { StandIn } from '../stand-in.ts';

/** Most messages and people that a phone shows. */
const MOST = 100;

/** What the phones show, newest first. */
export function phonesOf({ store, settings }: StandIn) {
  const { staff, customers, relations, massSends, chats, notices } = store.state;
  const nameOf = (external_userid: string): string => customers[external_userid]?.name ?? external_userid;
  return {
    corpId: settings.corpId,
    staff: staff.map(({ userid, name, title }) => ({
      userid,
      name,
      title,
      tasks: massSends
        .flatMap((task) => task.members.filter((member) => member.userid === userid).map((member) => ({ task, member })))
        .slice(-MOST)
        .reverse()
        .map(({ task, member }) => ({
          msgid: task.msgid,
          text: task.text,
          at: task.createdAt,
          state: task.cancelledAt !== null && member.status === 0 ? 'cancelled' : member.status === 2 ? 'sent' : 'waiting',
          customers: member.targets.map((target) => ({ name: nameOf(target.external_userid), status: target.status })),
        })),
      notices: notices
        .filter((notice) => notice.userid === userid && !notice.dropped)
        .slice(-MOST)
        .reverse(),
      customers: Object.values(relations)
        .filter((relation) => relation.userid === userid && relation.status === 'friends')
        .slice(-MOST)
        .reverse()
        .map(({ external_userid }) => ({
          external_userid,
          name: nameOf(external_userid),
          chat: chats.filter((chat) => chat.userid === userid && chat.external_userid === external_userid).slice(-20),
        })),
      friends: Object.values(relations).filter((relation) => relation.userid === userid && relation.status === 'friends').length,
    })),
  };
}
