import { change, type StandIn } from '../stand-in.ts';
import type { ChatMessage } from '../state/state.ts';

/** Puts a message into the chat of a staff member and a customer, on both phones. */
export function say(standIn: StandIn, message: Omit<ChatMessage, 'seq' | 'at'>): ChatMessage {
  return change(standIn, (state) => {
    state.lastSeq += 1;
    const said: ChatMessage = { ...message, seq: state.lastSeq, at: standIn.now() };
    state.chats.push(said);
    return said;
  });
}

/** When the two last wrote to each other: UTC instant in ms, or null. */
export function lastChatAt({ store }: StandIn, userid: string, external_userid: string): number | null {
  return store.state.chats.findLast((one) => one.userid === userid && one.external_userid === external_userid)?.at ?? null;
}
