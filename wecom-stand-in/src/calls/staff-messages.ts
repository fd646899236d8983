import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { change, type StandIn } from '../stand-in.ts';
import { type Answer, malformed, ok, refuse } from './answer.ts';

const PER_MINUTE = 30;
const MINUTE_MS = 60_000;
const CODE_LIFE_MS = 72 * 3_600_000;

const Send = z.looseObject({
  touser: z.string(),
  msgtype: z.enum(['text', 'markdown', 'textcard', 'template_card']),
  agentid: z.coerce.number().int(),
  enable_duplicate_check: z.number().default(0),
  duplicate_check_interval: z.number().min(1).max(14_400).default(1_800),
});

/** POST message/send: a message of the app to staff. Partial failure is errcode 0, as with WeCom. */
export function sendToStaff(standIn: StandIn, body: unknown): Answer {
  const parsed = Send.safeParse(body);
  if (!parsed.success) return malformed(parsed.error.message);
  const { touser, msgtype, agentid, enable_duplicate_check: check, duplicate_check_interval: interval } = parsed.data;
  if (agentid !== standIn.settings.agentId) return refuse(301002, 'not allow operate another agent with this accesstoken');
  const content = parsed.data[msgtype];
  if (typeof content !== 'object' || content === null) return refuse(44004, 'empty content');
  const { state } = standIn.store;
  const wanted = touser === '@all' ? state.staff.map(({ userid }) => userid) : touser.split('|');
  const known = wanted.filter((userid) => state.staff.some((one) => one.userid === userid));
  const invaliduser = wanted
    .filter((userid) => !known.includes(userid))
    .join('|')
    .toLowerCase();
  if (known.length === 0) return { ...refuse(81013, 'user & party & tag all invalid'), invaliduser };
  const now = standIn.now();
  const digest = createHash('sha256').update(JSON.stringify(body)).digest('hex');
  const earlier = check === 1 ? state.recentSends[digest] : undefined;
  if (earlier !== undefined && earlier.until > now) return ok({ invaliduser, msgid: earlier.msgid });
  const msgid = randomBytes(18).toString('base64url');
  const response_code = msgtype === 'template_card' ? randomBytes(24).toString('base64url') : null;
  change(standIn, () => {
    for (const userid of known) {
      const recent = state.notices.filter((notice) => notice.userid === userid && notice.at > now - MINUTE_MS && !notice.dropped);
      const taskId = (content as { task_id?: unknown }).task_id;
      state.notices.push({
        msgid,
        userid,
        agentid,
        msgtype,
        content: content as Record<string, unknown>,
        at: now,
        taskId: typeof taskId === 'string' ? taskId : null,
        pressed: [],
        replacedBy: null,
        dropped: recent.length >= PER_MINUTE,
      });
    }
    if (check === 1) state.recentSends[digest] = { until: now + interval * 1_000, msgid, response_code };
    if (response_code !== null) state.responseCodes.push({ code: response_code, msgid, expiresAt: now + CODE_LIFE_MS, usedAt: null });
  });
  return ok({ invaliduser, msgid, ...(response_code === null ? {} : { response_code }) });
}
