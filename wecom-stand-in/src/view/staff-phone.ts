import { keysOf } from '../messages/press-card.ts';
import type { StandIn } from '../stand-in.ts';
import type { Staff, StaffNotice } from '../state/state.ts';
import { attachmentRows } from './attachment-rows.ts';
import type { NoticeRow, StaffPhone, StaffTab, TaskRow } from './phones-view.ts';

const MOST_TASKS = 40;
const MOST_NOTICES = 40;
const MOST_NAMES = 12;

type Fields = Readonly<Record<string, unknown>>;

/** Everybody in the company, to choose from. */
export const staffTabs = ({ store }: StandIn): readonly StaffTab[] =>
  store.state.staff.map(({ userid, name, title }) => ({
    userid,
    name,
    title,
    waiting: store.state.massSends.filter(
      (task) => task.cancelledAt === null && task.members.some((one) => one.userid === userid && one.status === 0),
    ).length,
  }));

/** One member's phone: tasks that wait first, then the newest. */
export function staffPhone(standIn: StandIn, { userid, name }: Staff): StaffPhone {
  const { relations, notices } = standIn.store.state;
  const tasks = taskRows(standIn, userid);
  const waiting = tasks.filter(({ status }) => status === 'waiting');
  return {
    userid,
    name,
    friends: Object.values(relations).filter((one) => one.userid === userid && one.status === 'friends').length,
    tasks: [...waiting, ...tasks.filter(({ status }) => status !== 'waiting')].slice(0, Math.max(MOST_TASKS, waiting.length)),
    notices: notices
      .filter((one) => one.userid === userid && !one.dropped)
      .slice(-MOST_NOTICES)
      .toReversed()
      .map(noticeRow),
  };
}

function taskRows({ store }: StandIn, userid: string): readonly TaskRow[] {
  const { massSends, customers } = store.state;
  return massSends.toReversed().flatMap((task) => {
    const member = task.members.find((one) => one.userid === userid);
    if (member === undefined) return [];
    const status = member.status === 2 ? 'sent' : task.cancelledAt === null ? 'waiting' : 'cancelled';
    const shown = member.targets.slice(0, MOST_NAMES);
    return {
      msgid: task.msgid,
      text: task.text,
      attachments: attachmentRows(task.attachments),
      at: member.sentAt ?? task.createdAt,
      status,
      reminders: task.remindedAt.length,
      total: member.targets.length,
      customers: shown.map(({ external_userid, status: fate }) => ({
        id: external_userid,
        name: customers[external_userid]?.name ?? external_userid,
        fate,
      })),
      delivered: member.targets.filter((target) => target.status === 1).length,
    } as const;
  });
}

function noticeRow(notice: StaffNotice): NoticeRow {
  const { msgid, at, msgtype, content, pressed, replacedBy } = notice;
  const title = fieldsIn(content, 'main_title');
  return {
    msgid,
    at,
    kind: msgtype,
    source: text(fieldsIn(content, 'source'), 'desc'),
    title: text(title, 'title') || text(content, 'title'),
    subtitle: text(title, 'desc'),
    text: text(content, 'content') || plain(text(content, 'description')) || text(content, 'sub_title_text'),
    url: webUrl(text(content, 'url') || text(fieldsIn(content, 'card_action'), 'url')),
    facts: listIn(content, 'horizontal_content_list').map((row) => ({ name: text(row, 'keyname'), value: text(row, 'value') })),
    choices: [fieldsIn(content, 'button_selection'), ...listIn(content, 'select_list')].flatMap(choice),
    buttons: buttonRows(notice).map((button) => ({ ...button, pressed: pressed.includes(button.key) })),
    replacedBy,
  };
}

function choice(fields: Fields): NoticeRow['choices'] {
  const options = listIn(fields, 'option_list').map((option) => ({ id: text(option, 'id'), text: text(option, 'text') }));
  return options.length === 0 ? [] : [{ question: text(fields, 'question_key'), title: text(fields, 'title'), options }];
}

function buttonRows(notice: StaffNotice): readonly { readonly key: string; readonly text: string; readonly primary: boolean }[] {
  const { content } = notice;
  const living = keysOf(notice);
  return [...listIn(content, 'button_list'), fieldsIn(content, 'submit_button')]
    .map((button) => ({ key: text(button, 'key'), text: text(button, 'text'), primary: button['style'] !== 2 }))
    .filter(({ key }) => living.includes(key));
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const fieldsIn = (fields: Fields, name: string): Fields => (isFields(fields[name]) ? fields[name] : {});
const listIn = (fields: Fields, name: string): readonly Fields[] => (Array.isArray(fields[name]) ? fields[name].filter(isFields) : []);
const text = (fields: Fields, name: string): string => (typeof fields[name] === 'string' ? fields[name] : '');
/** Text cards may carry a little markup; the phone shows their words. */
const plain = (markup: string): string =>
  markup
    .replaceAll(/<br\s*\/?>|<\/div>/gi, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .trim();
const webUrl = (url: string): string | null => (/^https?:\/\//i.test(url) ? url : null);
