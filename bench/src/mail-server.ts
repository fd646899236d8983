import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail as it arrived. */
export interface ArrivedMail {
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
}

/** A real SMTP server that keeps what arrives. */
export interface MailServer {
  readonly url: string;
  readonly mails: readonly ArrivedMail[];
  stop(): Promise<void>;
}

/** @param slowness how long the server takes over each mail, real ms: long enough to be killed in the middle */
export async function startMailServer({ slowness = 0 }: { slowness?: number } = {}): Promise<MailServer> {
  const mails: ArrivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        mails.push({ messageId: headerIn(text, 'Message-ID'), to: session.envelope.rcptTo[0]?.address ?? '', subject: headerIn(text, 'Subject') });
        setTimeout(() => done(), slowness);
      });
    },
  });
  // A client that is killed in the middle breaks its connection; that is what the tests are about.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, mails, stop: () => new Promise((resolve) => server.close(() => resolve())) };
}

const headerIn = (mail: string, name: string): string => new RegExp(`^${name}:\\s*(.*)$`, 'im').exec(mail)?.[1]?.trim() ?? '';
