import { z } from 'zod';
import { lastChatAt, say } from '../messages/chat.ts';
import { change, type StandIn } from '../stand-in.ts';
import { type Answer, ok, refuse } from './answer.ts';
import { judgeAttachments } from './attachments.ts';
import { withBody } from './read-body.ts';

const LONGEST_TEXT_BYTES = 4_000;

const Welcome = z.object({
  welcome_code: z.string(),
  text: z.object({ content: z.string() }).optional(),
  attachments: z.array(z.record(z.string(), z.unknown())).default([]),
});

/** POST externalcontact/send_welcome_msg: once, within 20 seconds of the event that brought the code. */
export function sendWelcomeMsg(standIn: StandIn, body: unknown): Answer {
  return withBody(Welcome, body, ({ welcome_code, text, attachments }) => {
    const code = standIn.store.state.welcomeCodes.find((one) => one.code === welcome_code);
    if (code === undefined || code.expiresAt <= standIn.now()) return refuse(41050, 'invalid welcome_code');
    const { userid, external_userid } = code;
    const began = lastChatAt(standIn, userid, external_userid);
    if (code.usedAt !== null || (began !== null && began >= code.expiresAt - 20_000)) return refuse(41051, 'chat has started');
    const words = text?.content ?? '';
    if (words === '' && attachments.length === 0) return refuse(44004, 'empty content');
    if (Buffer.byteLength(words) > LONGEST_TEXT_BYTES) return refuse(45002, 'content size out of limit');
    const refusal = judgeAttachments(standIn, attachments);
    if (refusal !== null) return refusal;
    change(standIn, () => {
      code.usedAt = standIn.now();
    });
    say(standIn, { userid, external_userid, from: 'staff', kind: 'welcome', text: words, attachments });
    return ok();
  });
}
