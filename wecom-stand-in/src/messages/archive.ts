import type { StandIn } from '../stand-in.ts';
import { say } from './chat.ts';

/** Agent id under which the chat archive reports; it is the archive's, not the app's. */
const ARCHIVE_AGENT = 2_000_004;

/**
 * A customer or a staff member types a message. Whatever a person types is told to the app only as "there is something
 * new in the chat archive"; the words have to be fetched from there.
 */
export function typeMessage(
  standIn: StandIn,
  message: { userid: string; external_userid: string; from: 'staff' | 'customer'; text: string },
): number {
  const { seq } = say(standIn, { ...message, kind: 'typed', attachments: [] });
  standIn.callbacks.tell({
    ToUserName: standIn.settings.corpId,
    FromUserName: 'sys',
    CreateTime: Math.floor(standIn.now() / 1_000),
    MsgType: 'event',
    Event: 'msgaudit_notify',
    AgentID: ARCHIVE_AGENT,
  });
  return seq;
}

/**
 * What the paid chat-archive SDK would give, in its words but in the clear: messages with a higher `seq` than the one
 * given, oldest first. Msgtype is always text.
 */
export function readArchive({ store }: StandIn, { seq, limit }: { seq: number; limit: number }) {
  const page = store.state.chats.filter((one) => one.seq > seq).slice(0, limit);
  return {
    chatdata: page.map((one) => ({
      seq: one.seq,
      msgid: `archive_${one.seq}`,
      action: 'send',
      from: one.from === 'staff' ? one.userid : one.external_userid,
      tolist: [one.from === 'staff' ? one.external_userid : one.userid],
      roomid: '',
      msgtime: one.at,
      msgtype: 'text',
      text: { content: one.text },
    })),
  };
}
