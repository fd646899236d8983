import type { EmailSettings } from '@tendril/db';
import type { MailChannel, OutgoingMail } from '../channel-book.ts';
import { classifySmtpError } from './classify-smtp-error.ts';
import { openLane, type SmtpLane } from './smtp-lane.ts';

/** Connections to one server at once; receiving servers throttle those who open more. */
const LANES = 5;

/** A workspace's SMTP server. One mail, one recipient, one fate. */
export function createSmtpChannel(settings: EmailSettings): MailChannel & { close(): void } {
  const lanes = Array.from({ length: LANES }, () => openLane(settings));
  const free = [...lanes];
  const waiting: ((lane: SmtpLane) => void)[] = [];
  const take = (): Promise<SmtpLane> => {
    const lane = free.pop();
    return lane === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(lane);
  };
  const giveBack = (lane: SmtpLane): void => {
    const next = waiting.shift();
    if (next === undefined) free.push(lane);
    else next(lane);
  };
  return {
    send: async (mail) => {
      const lane = await take();
      try {
        const result = await lane.send(asMessage(settings, mail));
        return result.ok ? { is: 'sent', serverId: serverIdIn(result.response) } : classifySmtpError(result.error, result.handedOver);
      } finally {
        giveBack(lane);
      }
    },
    close: () => {
      for (const lane of lanes) lane.close();
    },
  };
}

function asMessage({ from }: EmailSettings, mail: OutgoingMail) {
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost';
  return {
    from,
    to: { name: '', address: mail.to },
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    messageId: `<${mail.messageId}@${domain}>`,
    // RFC 8058: one HTTPS address, a POST to which unsubscribes without a question.
    headers: {
      'List-Unsubscribe': { prepared: true, foldLines: true, value: `<${mail.unsubscribeUrl}>` },
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  };
}

/** What the server calls the mail, in the forms that common servers use. */
function serverIdIn(response: string): string | null {
  return /queued as ([A-Za-z0-9._-]+)/i.exec(response)?.[1] ?? /\bid=([A-Za-z0-9._-]+)/i.exec(response)?.[1] ?? null;
}
