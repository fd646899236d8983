import type { EmailSettings } from '@tendril/db';
import { createTransport } from 'nodemailer';

/** Patience with a server, in ms: connecting, its greeting, and each later answer. */
const CONNECT_MS = 15_000;
const GREETING_MS = 15_000;
const ANSWER_MS = 60_000;

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
export function openLane(settings: EmailSettings): SmtpLane {
  let handedOver = false;
  const listen = (entry: { tnx?: string } | string, line?: string): void => {
    if (typeof entry === 'object' && entry.tnx === 'server' && line?.startsWith('354')) handedOver = true;
  };
  const transport = createTransport({
    ...fromUrl(settings.url),
    pool: true,
    maxConnections: 1,
    maxMessages: 100,
    maxRequeues: 0,
    idleTimeout: 30_000,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: GREETING_MS,
    socketTimeout: ANSWER_MS,
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

function fromUrl(text: string): { host: string; port: number; secure: boolean; ignoreTLS?: boolean; auth?: { user: string; pass: string } } {
  const url = new URL(text);
  const secure = url.protocol === 'smtps:';
  const user = decodeURIComponent(url.username);
  return {
    host: url.hostname,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    ...(user === '' ? {} : { auth: { user, pass: decodeURIComponent(url.password) } }),
  };
}
