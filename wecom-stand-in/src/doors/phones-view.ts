import type { StandIn } from '../stand-in.ts';

/** Most messages and people that a phone shows. */
const MOST = 100;

/** What the phones show, newest first. */
export function phonesOf({ store, settings }: StandIn) {
  const { staff, customers, relations, massSends, chats, notices } = store.state;
  const nameOf = (external_userid: string): string => customers[external_userid]?.name ?? external_userid;
  /** Those written to last come first, then the newest friends. */
  const customersOf = (userid: string) =>
    Object.values(relations)
      .filter((relation) => relation.userid === userid && relation.status === 'friends')
      .map(({ external_userid, createtime }) => {
        const chat = chats.filter((one) => one.userid === userid && one.external_userid === external_userid).slice(-20);
        return { external_userid, name: nameOf(external_userid), chat, touched: chat.at(-1)?.at ?? createtime };
      })
      .sort((a, b) => Number(b.chat.length > 0) - Number(a.chat.length > 0) || b.touched - a.touched)
      .slice(0, MOST);
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
          customers: member.targets.map((target) => ({ id: target.external_userid, name: nameOf(target.external_userid), status: target.status })),
        })),
      notices: notices
        .filter((notice) => notice.userid === userid && !notice.dropped)
        .slice(-MOST)
        .reverse(),
      customers: customersOf(userid),
      friends: Object.values(relations).filter((relation) => relation.userid === userid && relation.status === 'friends').length,
    })),
  };
}
