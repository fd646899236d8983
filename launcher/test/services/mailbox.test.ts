import { connect } from 'node:net';
import { join } from 'node:path';
import getPort from 'get-port';
import { expect, test } from 'vitest';
import { createCrew } from '../../src/processes/crew.ts';
import { type Mailbox, startMailbox } from '../../src/services/mailbox.ts';
import { waitUntil } from '../../src/wait-until.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

async function start(folder: string): Promise<Mailbox> {
  const [smtpPort, webPort] = [await getPort(), await getPort()];
  return startMailbox({ smtpPort, webPort, mailFolder: join(folder, 'mail'), logFile: join(folder, 'mailbox.log'), crew: createCrew() });
}

/** Speaks SMTP line by line, each after the server's answer to the one before. */
async function send(smtpUrl: string, subject: string): Promise<void> {
  const { hostname, port } = new URL(smtpUrl);
  const lines = ['HELO test', 'MAIL FROM:<a@demo.example>', 'RCPT TO:<b@demo.example>', 'DATA', `Subject: ${subject}\r\n\r\nHello\r\n.`, 'QUIT'];
  const socket = connect(Number(port), hostname);
  await new Promise<void>((resolve, reject) => {
    socket.on('data', () => {
      const line = lines.shift();
      if (line !== undefined) socket.write(`${line}\r\n`);
    });
    socket.on('close', resolve).on('error', reject);
  });
}

async function subjects(mailbox: Mailbox): Promise<string[]> {
  const response = await fetch(`${mailbox.url}/api/email`);
  const answer = (await response.json()) as readonly { subject: string }[] | { readonly emails: readonly { subject: string }[] };
  return ('emails' in answer ? answer.emails : answer).map((mail) => mail.subject);
}

test('a mail sent by SMTP is in the web inbox, and still there after a restart', async () => {
  await using folder = await temporaryFolder();
  const first = await start(folder.path);
  await send(first.smtpUrl, 'Welcome');
  expect(await waitUntil(async () => (await subjects(first)).includes('Welcome'), { timeoutMs: 5_000 })).toBe(true);
  await first.stop();
  await using second = await start(folder.path);
  expect(await waitUntil(async () => (await subjects(second)).includes('Welcome'), { timeoutMs: 5_000 })).toBe(true);
});
