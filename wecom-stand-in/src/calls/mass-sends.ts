import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { pairOf } from '../people/relations.ts';
import { change, type StandIn } from '../stand-in.ts';
import type { MassSend } from '../state/state.ts';
import { type Answer, malformed, ok, refuse } from './answer.ts';

const LONGEST_TEXT_BYTES = 4_000;
const MOST_ATTACHMENTS = 9;
const MOST_CUSTOMERS = 10_000;
const REMINDERS_PER_DAY = 3;
const DAY_MS = 86_400_000;

const AddMsgTemplate = z.object({
  chat_type: z.enum(['single', 'group']).default('single'),
  external_userid: z.array(z.string()).max(MOST_CUSTOMERS).default([]),
  sender: z.string().optional(),
  text: z.object({ content: z.string() }).optional(),
  attachments: z.array(z.record(z.string(), z.unknown())).default([]),
});

/** POST externalcontact/add_msg_template: asks a staff member to send. The customers get nothing before that. */
export function addMsgTemplate(standIn: StandIn, body: unknown): Answer {
  const parsed = AddMsgTemplate.safeParse(body);
  if (!parsed.success) return malformed(parsed.error.message);
  const { chat_type, external_userid, sender, text, attachments } = parsed.data;
  if (text === undefined && attachments.length === 0) return refuse(44004, 'empty content');
  if (Buffer.byteLength(text?.content ?? '') > LONGEST_TEXT_BYTES) return refuse(45002, 'content size out of limit');
  if (attachments.length > MOST_ATTACHMENTS) return refuse(41064, 'too many attachments');
  if (sender !== undefined && !standIn.store.state.staff.some(({ userid }) => userid === sender)) return refuse(60111, 'userid not found');
  const members = assign(standIn, external_userid, sender);
  const reached = new Set(members.flatMap(({ targets }) => targets.map((target) => target.external_userid)));
  const fail_list = external_userid.filter((id) => !reached.has(id));
  if (members.length === 0) return { ...refuse(41048, 'no customer to send'), fail_list };
  const msgid = `msg${randomBytes(18).toString('base64url')}`;
  const task: MassSend = {
    msgid,
    chat_type,
    text: text?.content ?? '',
    attachments,
    createdAt: standIn.now(),
    cancelledAt: null,
    remindedAt: [],
    members,
  };
  change(standIn, (state) => void state.massSends.push(task));
  return ok({ fail_list, msgid });
}

/** Each customer goes to the given sender, or to the member who last became its friend. */
function assign({ store }: StandIn, customers: readonly string[], sender: string | undefined): MassSend['members'] {
  const { relations } = store.state;
  const bySender = new Map<string, string[]>();
  for (const id of new Set(customers)) {
    const friends = Object.values(relations).filter((one) => one.external_userid === id && one.status !== 'staff-left');
    const chosen =
      sender === undefined
        ? friends.toSorted((a, b) => b.createtime - a.createtime)[0]?.userid
        : relations[pairOf(sender, id)] !== undefined && relations[pairOf(sender, id)]?.status !== 'staff-left'
          ? sender
          : undefined;
    if (chosen !== undefined) bySender.set(chosen, [...(bySender.get(chosen) ?? []), id]);
  }
  return [...bySender].map(([userid, ids]) => ({
    userid,
    status: 0,
    sentAt: null,
    targets: ids.map((external_userid) => ({ external_userid, status: 0, sentAt: null })),
  }));
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
  const parsed = Msgid.safeParse(body);
  if (!parsed.success) return malformed(parsed.error.message);
  const task = standIn.store.state.massSends.find(({ msgid }) => msgid === parsed.data.msgid);
  if (task === undefined) return refuse(40063, 'invalid msgid');
  // Right after its creation a task is still on its way to the phones.
  if (standIn.now() - task.createdAt < standIn.settings.dispatchMs) return refuse(41063, 'task is dispatching');
  return answer(task, parsed.data);
}

const time = (at: number | null) => (at === null ? {} : { send_time: Math.floor(at / 1_000) });

function paged<Row>(rows: readonly Row[], limit: number, cursor: string): { rows: readonly Row[]; next: string } {
  const from = Number(cursor === '' ? 0 : cursor);
  return { rows: rows.slice(from, from + limit), next: from + limit < rows.length ? String(from + limit) : '' };
}
