import { generateKeyPairSync } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { createSmtpChannel } from '@tendril/activities/channels';
import { authenticate } from 'mailauth';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { expect, test } from 'vitest';

/** A real mail server that takes everything and keeps it, raw. */
async function startMailServer(options: ConstructorParameters<typeof SMTPServer>[0] = {}) {
  const mails: Buffer[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    ...options,
    onData: (stream, _session, done) => {
      void buffer(stream).then((raw) => {
        mails.push(raw);
        done(null, 'Ok: queued as 7F3A');
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    mails,
    async [Symbol.asyncDispose]() {
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

const mail = {
  messageId: '018f0000-0000-7000-8000-000000000001',
  to: 'wang@company.example',
  subject: '感谢注册：接下来会发生什么',
  html: '<p>您好 <a href="https://tendril.example/t/c/token">方案</a></p>',
  text: '您好 方案 <https://www.vendor.example/pricing>',
  unsubscribeUrl: `https://tendril.example/t/u/k1.${'W'.repeat(160)}.${'x'.repeat(22)}`,
};

const from = '"示例科技" <hello@mail.tendril.example>';

test('a reader gets both parts, our id, and one-click unsubscribing as RFC 8058 wants it', async () => {
  await using server = await startMailServer();
  const channel = createSmtpChannel({ url: server.url, from });
  expect(await channel.send(mail)).toEqual({ is: 'sent', serverId: '7F3A' });
  channel.close();

  const parsed = await simpleParser(server.mails[0] ?? '');
  expect(parsed.from?.value).toEqual([{ name: '示例科技', address: 'hello@mail.tendril.example' }]);
  expect(parsed.subject).toBe(mail.subject);
  expect(parsed.messageId).toBe(`<${mail.messageId}@mail.tendril.example>`);
  expect(parsed.html).toBe(mail.html);
  expect(parsed.text?.trim()).toBe(mail.text);
  const headers =
    (server.mails[0] ?? '')
      .toString('utf8')
      .split('\r\n\r\n')[0]
      ?.replaceAll(/\r\n[ \t]+/g, ' ') ?? '';
  expect(/^List-Unsubscribe: *(.*)$/m.exec(headers)?.[1]?.replaceAll(' ', '')).toBe(`<${mail.unsubscribeUrl}>`);
  expect(/^List-Unsubscribe-Post: (.*)$/m.exec(headers)?.[1]).toBe('List-Unsubscribe=One-Click');
});

test('a signature covers both unsubscribe headers and survives the way', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  await using server = await startMailServer();
  const dkim = {
    domainName: 'mail.tendril.example',
    keySelector: 's1',
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
  const channel = createSmtpChannel({ url: server.url, from, dkim });
  await channel.send(mail);
  channel.close();

  const record = `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`;
  const resolver = async (name: string): Promise<string[][]> => (name === 's1._domainkey.mail.tendril.example' ? [[record]] : []);
  const raw = server.mails[0] ?? Buffer.alloc(0);
  const { dkim: verdict } = await authenticate(raw, { sender: 'hello@mail.tendril.example', ip: '127.0.0.1', resolver, trustReceived: false });
  expect(verdict.results.map((result) => result.status.result)).toEqual(['pass']);
  const signed = /^DKIM-Signature:[\s\S]*?\bh=([^;]+);/m.exec(raw.toString('utf8'))?.[1]?.replaceAll(/\s/g, '').toLowerCase().split(':');
  expect(signed).toEqual(expect.arrayContaining(['from', 'subject', 'message-id', 'list-unsubscribe', 'list-unsubscribe-post']));
});

test('attachments and images by path or address are never read, whatever a mail asks for', async () => {
  await using server = await startMailServer();
  const channel = createSmtpChannel({ url: server.url, from });
  const sneaky = { ...mail, html: '<img src="file:///etc/passwd"><img src="cid:x">' };
  expect(await channel.send(sneaky)).toMatchObject({ is: 'sent' });
  expect((server.mails[0] ?? '').toString()).not.toContain('root:x:0');
  const parsed = await simpleParser(server.mails[0] ?? '');
  expect(parsed.attachments).toEqual([]);
  channel.close();
});
