import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { audienceOf } from '../messages/audience.ts';
import { change, type StandIn } from '../stand-in.ts';
import type { MassSend } from '../state/state.ts';
import { type Answer, ok, refuse } from './answer.ts';
import { judgeAttachments } from './attachments.ts';
import { paged } from './paged.ts';
import { withBody } from './read-body.ts';

const LONGEST_TEXT_BYTES = 4_000;
const MOST_CUSTOMERS = 10_000;
const MOST_TAGS = 100;
const REMINDERS_PER_DAY = 3;
const DAY_MS = 86_400_000;

const AddMsgTemplate = z.object({
  chat_type: z.enum(['single', 'group']).default('single'),
  external_userid: z.array(z.string()).max(MOST_CUSTOMERS).default([]),
  tag_filter: z.object({ group_list: z.array(z.object({ tag_list: z.array(z.string()).max(MOST_TAGS) })).default([]) }).default({ group_list: [] }),
  sender: z.string().optional(),
  allow_select: z.boolean().default(false),
  text: z.object({ content: z.string() }).optional(),
  attachments: z.array(z.record(z.string(), z.unknown())).default([]),
});

/** POST externalcontact/add_msg_template: asks a staff member to send. The customers get nothing before that. */
export function addMsgTemplate(standIn: StandIn, body: unknown): Answer {
  return withBody(AddMsgTemplate, body, (wish) => {
    const { chat_type, external_userid, sender, attachments } = wish;
    const text = wish.text?.content ?? '';
    if (text === '' && attachments.length === 0) return refuse(44004, 'empty content');
    if (Buffer.byteLength(text) > LONGEST_TEXT_BYTES) return refuse(45002, 'content size out of limit');
    const refusal = judgeAttachments(standIn, attachments);
    if (refusal !== null) return refusal;
    if (chat_type === 'group' && sender === undefined) return refuse(41009, 'missing sender');
    if (sender !== undefined && !standIn.store.state.staff.some(({ userid }) => userid === sender)) return refuse(60111, 'userid not found');
    const tagGroups = wish.tag_filter.group_list.map((group) => group.tag_list);
    // Groups of customers are not played: a message to groups finds nobody.
    const members = chat_type === 'group' ? [] : audienceOf(standIn, { customers: external_userid, tagGroups, sender });
    const reached = new Set(members.flatMap(({ targets }) => targets.map((target) => target.external_userid)));
    const fail_list = external_userid.filter((id) => !reached.has(id));
    if (members.length === 0) return { ...refuse(41048, 'no customer to send'), fail_list };
    const msgid = `msg${randomBytes(18).toString('base64url')}`;
    const task = { msgid, chat_type, text, attachments, createdAt: standIn.now(), cancelledAt: null, remindedAt: [], members };
    change(standIn, (state) => void state.massSends.push(task));
    return ok({ fail_list, msgid });
  });
}

const LONGEST_PERIOD_S = 31 * 86_400;
const List = z.object({
  chat_type: z.enum(['single', 'group']),
  start_time: z.number().int(),
  end_time: z.number().int(),
  creator: z.string().optional(),
  filter_type: z.number().int().min(0).max(2).default(2),
  limit: z.number().int().min(1).max(100).default(50),
  cursor: z.string().default(''),
});

/** POST externalcontact/get_groupmsg_list_v2: the tasks of a period, newest first. Those made by an app name no creator. */
export function getGroupmsgListV2(standIn: StandIn, body: unknown): Answer {
  return withBody(List, body, ({ chat_type, start_time, end_time, creator, filter_type, limit, cursor }) => {
    if (end_time < start_time || end_time - start_time > LONGEST_PERIOD_S)
      return refuse(40058, 'start_time and end_time must be at most a month apart');
    const { massSends } = standIn.store.state;
    const inPeriod = massSends.filter(({ createdAt }) => createdAt >= start_time * 1_000 && createdAt < (end_time + 1) * 1_000);
    if (inPeriod.some((task) => isDispatching(standIn, task))) return refuse(41063, 'task is dispatching');
    // All our tasks come from the app: none is personal, none has a creator.
    const asked = inPeriod.filter((task) => task.chat_type === chat_type && creator === undefined && filter_type !== 1).toReversed();
    const { rows, next } = paged(asked, limit, cursor);
    const group_msg_list = rows.map(({ msgid, createdAt, text, attachments }) => ({
      msgid,
      create_time: String(Math.floor(createdAt / 1_000)),
      create_type: 0,
      ...(text === '' ? {} : { text: { content: text } }),
      attachments,
    }));
    return ok({ group_msg_list, next_cursor: next });
  });
}

const Msgid = z.object({
  msgid: z.string(),
  userid: z.string().optional(),
  limit: z.number().int().min(1).max(1_000).default(500),
  cursor: z.string().default(''),
});

/** POST externalcontact/get_groupmsg_task: who has confirmed. */
export function getGroupmsgTask(standIn: StandIn, body: unknown): Answer {
  return withTask(standIn, body, ({ members }, { limit, cursor }) => {
    const page = paged(members, limit, cursor);
    return ok({ task_list: page.rows.map(({ userid, status, sentAt }) => ({ userid, status, ...time(sentAt) })), next_cursor: page.next });
  });
}

/** POST externalcontact/get_groupmsg_send_result: what became of each customer's copy. */
export function getGroupmsgSendResult(standIn: StandIn, body: unknown): Answer {
  return withTask(standIn, body, ({ members }, { userid, limit, cursor }) => {
    const member = members.find((one) => one.userid === userid);
    if (member === undefined) return refuse(40003, 'invalid userid');
    const page = paged(member.targets, limit, cursor);
    const rows = page.rows.map(({ external_userid, status, sentAt }) => ({ external_userid, userid: member.userid, status, ...time(sentAt) }));
    return ok({ send_list: rows, next_cursor: page.next });
  });
}

/** POST externalcontact/remind_groupmsg_send: three a day. */
export function remindGroupmsgSend(standIn: StandIn, body: unknown): Answer {
  return withTask(standIn, body, (task) => {
    const now = standIn.now();
    if (task.remindedAt.filter((at) => at > now - DAY_MS).length >= REMINDERS_PER_DAY) return refuse(41094, 'reminded too often');
    change(standIn, () => void task.remindedAt.push(now));
    return ok();
  });
}

/** POST externalcontact/cancel_groupmsg_send: stops what has not been sent. */
export function cancelGroupmsgSend(standIn: StandIn, body: unknown): Answer {
  return withTask(standIn, body, (task) => {
    if (task.cancelledAt !== null) return refuse(41093, 'already cancelled');
    change(standIn, () => {
      task.cancelledAt = standIn.now();
    });
    return ok();
  });
}

function withTask(standIn: StandIn, body: unknown, answer: (task: MassSend, ask: z.infer<typeof Msgid>) => Answer): Answer {
  return withBody(Msgid, body, (ask) => {
    const task = standIn.store.state.massSends.find(({ msgid }) => msgid === ask.msgid);
    if (task === undefined) return refuse(41047, 'invalid msgid');
    return isDispatching(standIn, task) ? refuse(41063, 'task is dispatching') : answer(task, ask);
  });
}

/** Right after its creation a task is still on its way to the phones. */
const isDispatching = (standIn: StandIn, { createdAt }: MassSend): boolean => standIn.now() - createdAt < standIn.settings.dispatchMs;

const time = (at: number | null) => (at === null ? {} : { send_time: Math.floor(at / 1_000) });
