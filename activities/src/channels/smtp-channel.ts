import type { EmailSettings } from '@tendril/db';
import type { MailChannel, OutgoingMail } from '../channel-book.ts';
import { classifySmtpError } from './classify-smtp-error.ts';
import { openLane, SMTP_PATIENCE, type SmtpLane, type SmtpPatience } from './smtp-lane.ts';

/** Connections to one server at once; receiving servers throttle those who open more. */
const LANES = 5;

/** One recipient and nothing else: what could be read as two, or as a command, never reaches the wire. */
const ONE_ADDRESS = /^[^\s<>,;:"()[\]\\]+@[^\s<>,;:"()[\]\\@]+$/;

/** What a channel may be given besides a workspace's settings. */
export interface SmtpChannelOptions {
  /** The return path of a mail by its id: where bounces go, so that they name the mail. Absent: the From address. */
  readonly returnPath?: (messageId: string) => string;
  readonly patience?: SmtpPatience;
}

/** A workspace's SMTP server. One mail, one recipient, one fate. */
export function createSmtpChannel(settings: EmailSettings, options: SmtpChannelOptions = {}): MailChannel & { close(): void } {
  const lanes = Array.from({ length: LANES }, () => openLane(settings, options.patience ?? SMTP_PATIENCE));
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
      if (!ONE_ADDRESS.test(mail.to)) return { is: 'refused', why: 'address', text: 'This is not one plain email address.' };
      const lane = await take();
      try {
        const result = await lane.send(asMessage(settings, mail, options.returnPath));
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

function asMessage({ from }: EmailSettings, mail: OutgoingMail, returnPath: SmtpChannelOptions['returnPath']) {
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost';
  return {
    from,
    to: { name: '', address: mail.to },
    ...(returnPath === undefined ? {} : { envelope: { from: returnPath(mail.messageId), to: [mail.to] } }),
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
