import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { newResponseCode } from '../messages/response-code.ts';
import { change, type StandIn } from '../stand-in.ts';
import type { StaffNotice } from '../state/state.ts';
import { type Answer, ok, refuse } from './answer.ts';
import { judgeCard } from './card-shape.ts';
import { withBody } from './read-body.ts';

const PER_MINUTE = 30;
const PER_HOUR = 1_000;
const MINUTE_MS = 60_000;
const MOST_PEOPLE = 1_000;
const LONGEST_TEXT_BYTES = 2_048;

const Fields = z.record(z.string(), z.unknown());
const Send = z.object({
  touser: z.string().default(''),
  msgtype: z.enum(['text', 'markdown', 'textcard', 'template_card']),
  agentid: z.coerce.number().int(),
  enable_duplicate_check: z.number().default(0),
  duplicate_check_interval: z.number().min(1).max(14_400).default(1_800),
  text: Fields.optional(),
  markdown: Fields.optional(),
  textcard: Fields.optional(),
  template_card: Fields.optional(),
});

/** POST message/send: a message of the app to staff. Partial failure is errcode 0, as with WeCom. */
export function sendToStaff(standIn: StandIn, body: unknown): Answer {
  return withBody(Send, body, (wish) => {
    if (wish.agentid !== standIn.settings.agentId) return refuse(301002, 'not allow operate another agent with this accesstoken');
    const { state } = standIn.store;
    const wanted = wish.touser === '@all' ? state.staff.map(({ userid }) => userid) : wish.touser.split('|').filter((one) => one !== '');
    if (wanted.length > MOST_PEOPLE) return refuse(40032, 'too many users');
    const content = wish[wish.msgtype];
    const refusal = judgeContent(standIn, wish.msgtype, content);
    if (content === undefined || refusal !== null) return refusal ?? refuse(44004, 'empty content');
    const known = wanted.filter((userid) => state.staff.some((one) => one.userid === userid));
    const unknown = wanted.filter((userid) => !known.includes(userid));
    const invaliduser = unknown.join('|').toLowerCase();
    if (known.length === 0) return { ...refuse(81013, 'user & party & tag all invalid'), invaliduser };
    const earlier = sentBefore(standIn, wish.enable_duplicate_check === 1 ? body : null);
    if (earlier !== null) return ok({ invaliduser, ...earlier });
    const fresh = deliver(standIn, { userids: known, msgtype: wish.msgtype, agentid: wish.agentid, content: cut(wish.msgtype, content) });
    if (wish.enable_duplicate_check === 1) remember(standIn, body, { ...fresh, seconds: wish.duplicate_check_interval });
    return ok({ invaliduser, ...fresh });
  });
}

type MessageType = z.infer<typeof Send>['msgtype'];

function judgeContent({ store, settings }: StandIn, msgtype: MessageType, content: Readonly<Record<string, unknown>> | undefined): Answer | null {
  if (content === undefined) return refuse(44004, 'empty content');
  switch (msgtype) {
    case 'text':
    case 'markdown':
      return content['content'] === undefined || content['content'] === '' ? refuse(44004, 'empty content') : null;
    case 'textcard':
      if (content['title'] === undefined) return refuse(41016, 'missing title');
      if (content['description'] === undefined) return refuse(41033, 'missing description');
      return content['url'] === undefined ? refuse(41010, 'missing url') : null;
    case 'template_card': {
      const taskIds = new Set(store.state.notices.flatMap(({ taskId }) => taskId ?? []));
      return judgeCard(content, { callback: settings.callbackUrl !== null, taskIds });
    }
  }
}

/** Texts that are too long are cut, not refused. */
function cut(msgtype: MessageType, content: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const text = content['content'];
  if ((msgtype !== 'text' && msgtype !== 'markdown') || typeof text !== 'string') return { ...content };
  const bytes = Buffer.from(text).subarray(0, LONGEST_TEXT_BYTES);
  return { ...content, content: bytes.toString('utf8').replace(/\uFFFD+$/, '') };
}

interface Sent {
  readonly msgid: string;
  readonly response_code?: string;
}

function deliver(standIn: StandIn, order: Pick<StaffNotice, 'msgtype' | 'agentid' | 'content'> & { userids: readonly string[] }): Sent {
  const { userids, msgtype, agentid, content } = order;
  const msgid = randomBytes(18).toString('base64url');
  const now = standIn.now();
  const taskId = typeof content['task_id'] === 'string' ? content['task_id'] : null;
  change(standIn, ({ notices }) => {
    for (const userid of new Set(userids)) {
      const dropped = isOverRate(notices, userid, now);
      notices.push({ msgid, userid, agentid, msgtype, content, at: now, taskId, pressed: [], replacedBy: null, dropped });
    }
  });
  return msgtype === 'template_card' ? { msgid, response_code: newResponseCode(standIn, msgid) } : { msgid };
}

/** Over the rate WeCom says nothing: the message just never reaches the phone. */
function isOverRate(notices: readonly StaffNotice[], userid: string, now: number): boolean {
  const reached = notices.filter((notice) => notice.userid === userid && !notice.dropped && notice.at > now - 60 * MINUTE_MS);
  return reached.length >= PER_HOUR || reached.filter((notice) => notice.at > now - MINUTE_MS).length >= PER_MINUTE;
}

const digestOf = (body: unknown): string => createHash('sha256').update(JSON.stringify(body)).digest('hex');

function sentBefore({ store, now }: StandIn, body: unknown): Sent | null {
  const earlier = body === null ? undefined : store.state.recentSends[digestOf(body)];
  if (earlier === undefined || earlier.until <= now()) return null;
  return { msgid: earlier.msgid, ...(earlier.response_code === null ? {} : { response_code: earlier.response_code }) };
}

function remember(standIn: StandIn, body: unknown, sent: Sent & { seconds: number }): void {
  const now = standIn.now();
  change(standIn, (state) => {
    const live = Object.entries(state.recentSends).filter(([, one]) => one.until > now);
    const fresh = { until: now + sent.seconds * 1_000, msgid: sent.msgid, response_code: sent.response_code ?? null };
    state.recentSends = { ...Object.fromEntries(live), [digestOf(body)]: fresh };
  });
}
