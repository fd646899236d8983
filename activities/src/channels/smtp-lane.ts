import type { EmailSettings } from '@tendril/db';
import { createTransport } from 'nodemailer';

/** Patience with a server, in ms. */
export interface SmtpPatience {
  readonly connect: number;
  readonly greeting: number;
  /** Each later answer. */
  readonly answer: number;
}

/** What servers are given in production. */
export const SMTP_PATIENCE: SmtpPatience = { connect: 15_000, greeting: 15_000, answer: 60_000 };

/** Headers that a signature covers: nodemailer's own list leaves out List-Unsubscribe-Post, which RFC 8058 wants signed. */
const SIGNED_HEADERS =
  'From:Reply-To:Subject:Date:Message-ID:To:Cc:MIME-Version:Content-Type:Content-Transfer-Encoding:In-Reply-To:References:List-Id:List-Unsubscribe:List-Unsubscribe-Post';

type Message = Parameters<ReturnType<typeof createTransport>['sendMail']>[0];

/** What one attempt came to. `handedOver`: the server said 354, so it may have the mail even if no answer came. */
export type LaneResult =
  | { readonly ok: true; readonly response: string }
  | { readonly ok: false; readonly error: unknown; readonly handedOver: boolean };

/** One SMTP connection that carries one mail at a time, so that its log tells the fate of just that mail. */
export interface SmtpLane {
  send(message: Message): Promise<LaneResult>;
  close(): void;
}

/** Opens a lane. It connects at the first mail, keeps the connection while there is work, and connects anew after a fault. */
export function openLane(settings: EmailSettings, patience: SmtpPatience): SmtpLane {
  let handedOver = false;
  const listen = (entry: { tnx?: string } | string, line?: string): void => {
    if (typeof entry === 'object' && entry.tnx === 'server' && line?.startsWith('354')) handedOver = true;
  };
  const transport = createTransport({
    ...fromUrl(settings.url),
    pool: true,
    maxConnections: 1,
    maxMessages: 100,
    // A connection that the server closed while idle is replaced before anything is sent: never a second copy.
    maxRequeues: 3,
    idleTimeout: 30_000,
    connectionTimeout: patience.connect,
    greetingTimeout: patience.greeting,
    socketTimeout: patience.answer,
    disableFileAccess: true,
    disableUrlAccess: true,
    transactionLog: true,
    logger: { trace: listen, debug: listen, info: listen, warn: listen, error: listen, fatal: listen },
    ...(settings.dkim === undefined ? {} : { dkim: { ...settings.dkim, headerFieldNames: SIGNED_HEADERS } }),
  });
  return {
    send: async (message) => {
      handedOver = false;
      try {
        const { response } = await transport.sendMail(message);
        return { ok: true, response };
      } catch (error) {
        return { ok: false, error, handedOver };
      }
    },
    close: () => transport.close(),
  };
}

interface Server {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly requireTLS: boolean;
  readonly auth?: { readonly user: string; readonly pass: string };
}

function fromUrl(text: string): Server {
  const url = new URL(text);
  const secure = url.protocol === 'smtps:';
  const user = decodeURIComponent(url.username);
  const nearby = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    // A password goes out over an encrypted line or not at all; without one, encryption is used where it is offered.
    requireTLS: user !== '' && !secure && !nearby,
    ...(user === '' ? {} : { auth: { user, pass: decodeURIComponent(url.password) } }),
  };
}
