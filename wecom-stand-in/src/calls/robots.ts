import { z } from 'zod';
import { change, type StandIn } from '../stand-in.ts';
import { type Answer, ok, refuse } from './answer.ts';
import { withBody } from './read-body.ts';

const PER_MINUTE = 20;
const MINUTE_MS = 60_000;
const REMEMBERED = 200;
const LONGEST_BYTES: Readonly<Record<string, number>> = { text: 2_048, markdown: 4_096, markdown_v2: 4_096 };

const TYPES = ['text', 'markdown', 'markdown_v2', 'image', 'news', 'file', 'voice', 'template_card'] as const;
const Message = z.looseObject({ msgtype: z.enum(TYPES) });

/** POST webhook/send: a group robot says something. The key is the whole credential; no msgid comes back. */
export function sendByRobot(standIn: StandIn, key: string | undefined, body: unknown): Answer {
  if (key === undefined || !standIn.settings.robotKeys.includes(key)) return refuse(93000, 'invalid webhook url');
  return withBody(Message, body, (message) => {
    const content = z.record(z.string(), z.unknown()).safeParse(message[message.msgtype]);
    if (!content.success) return refuse(44004, 'empty content');
    const text = content.data['content'];
    const most = LONGEST_BYTES[message.msgtype];
    if (most !== undefined && typeof text === 'string' && Buffer.byteLength(text) > most) return refuse(45002, 'content size out of limit');
    const now = standIn.now();
    const { robotMessages } = standIn.store.state;
    const recent = robotMessages.filter((one) => one.key === key && one.at > now - MINUTE_MS);
    if (recent.length >= PER_MINUTE) return refuse(45009, 'api freq out of limit');
    change(standIn, (state) => {
      state.robotMessages = [...robotMessages, { key, msgtype: message.msgtype, content: content.data, at: now }].slice(-REMEMBERED);
    });
    return ok();
  });
}
