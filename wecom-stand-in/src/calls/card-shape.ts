import { type Answer, refuse } from './answer.ts';

type Fields = Readonly<Record<string, unknown>>;

const TYPES = ['text_notice', 'news_notice', 'button_interaction', 'vote_interaction', 'multiple_interaction'];
/** Types whose use comes back as an event, so that the app needs a callback URL and the card a task id. */
const ANSWERABLE = ['button_interaction', 'vote_interaction', 'multiple_interaction'];
const TASK_ID = /^[0-9A-Za-z_\-@]{1,128}$/;
const MOST = { horizontal_content_list: 6, jump_list: 3, button_list: 6 } as const;

/**
 * Checks a template card as message/send does: the refusal, or null.
 * @param known.callback the app has a callback URL
 * @param known.taskIds task ids in use; WeCom wants them unique per app (its errcode for a repeat is not documented: 42014 is our guess)
 */
export function judgeCard(card: Fields, known: { readonly callback: boolean; readonly taskIds: ReadonlySet<string> }): Answer | null {
  const type = String(card['card_type']);
  if (!TYPES.includes(type)) return refuse(42031, 'invalid card_type');
  if (ANSWERABLE.includes(type)) {
    if (!known.callback) return refuse(43012, 'the app has no callback url');
    if (typeof card['task_id'] !== 'string' || !TASK_ID.test(card['task_id'])) return refuse(42014, 'invalid task_id');
  } else if (!isFields(card['card_action'])) return refuse(42045, 'card_action missing');
  if (typeof card['task_id'] === 'string' && known.taskIds.has(card['task_id'])) return refuse(42014, 'task_id already used');
  if (!hasTitle(card)) return refuse(42033, 'main_title.title and sub_title_text are both missing');
  return judgeLists(card, type);
}

function judgeLists(card: Fields, type: string): Answer | null {
  const rows = listIn(card, 'horizontal_content_list');
  if (rows.length > MOST.horizontal_content_list) return refuse(42035, 'horizontal_content_list too long');
  if (rows.some((row) => !isText(row['keyname']))) return refuse(42027, 'horizontal_content_list.keyname missing');
  const jumps = listIn(card, 'jump_list');
  if (jumps.length > MOST.jump_list) return refuse(42042, 'jump_list too long');
  if (jumps.some((jump) => !isText(jump['title']))) return refuse(42033, 'jump_list.title missing');
  if (type !== 'button_interaction') return null;
  const buttons = listIn(card, 'button_list');
  if (buttons.length === 0 || buttons.length > MOST.button_list || buttons.some((button) => !isText(button['text']))) {
    return refuse(42038, 'button_list.text missing, or more than 6 buttons');
  }
  return buttons.some((button) => button['type'] !== 1 && !isText(button['key'])) ? refuse(42039, 'button_list.key missing') : null;
}

const hasTitle = (card: Fields): boolean => (isFields(card['main_title']) && isText(card['main_title']['title'])) || isText(card['sub_title_text']);

const listIn = (card: Fields, name: string): readonly Fields[] => (Array.isArray(card[name]) ? card[name].filter(isFields) : []);

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
