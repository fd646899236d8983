import { change, type StandIn } from '../stand-in.ts';
import type { StaffNotice } from '../state/state.ts';
import { newResponseCode } from './response-code.ts';

/** A staff member's tap on a card. */
export interface CardPress {
  readonly msgid: string;
  readonly userid: string;
  readonly key: string;
  /** Option chosen per question, for cards with a list to choose from. */
  readonly selections: Readonly<Record<string, string>>;
}

/**
 * Presses a button of a card and tells the app. Nothing changes on the phone until the app updates the card.
 * @returns false if there is no such living button
 */
export function pressCard(standIn: StandIn, press: CardPress): boolean {
  const card = standIn.store.state.notices.find((one) => one.msgid === press.msgid && one.userid === press.userid && one.msgtype === 'template_card');
  if (card === undefined || card.replacedBy !== null || !keysOf(card).includes(press.key)) return false;
  change(standIn, () => void card.pressed.push(press.key));
  const chosen = Object.entries(press.selections);
  const selected = chosen.map(([question, option]) => ({ QuestionKey: question, OptionIds: { OptionId: option } }));
  standIn.callbacks.tell({
    ToUserName: standIn.settings.corpId,
    FromUserName: press.userid,
    CreateTime: Math.floor(standIn.now() / 1_000),
    MsgType: 'event',
    Event: 'template_card_event',
    EventKey: press.key,
    TaskId: card.taskId ?? '',
    CardType: String(card.content['card_type']),
    ResponseCode: newResponseCode(standIn, card.msgid),
    AgentID: card.agentid,
    ...(chosen.length === 0 ? {} : { SelectedItems: { SelectedItem: selected } }),
  });
  return true;
}

/** Keys that can be pressed: those of the buttons, and that of the one which hands in a choice. */
export function keysOf({ content }: StaffNotice): readonly string[] {
  const buttons = Array.isArray(content['button_list']) ? content['button_list'] : [];
  return [...buttons, content['submit_button']].flatMap((button: unknown) =>
    typeof button === 'object' && button !== null && 'key' in button && typeof button.key === 'string' ? [button.key] : [],
  );
}
