import type { MailOutcome } from '@tendril/activities';
import { createSmtpChannel } from '@tendril/activities/channels';
import { expect, test } from 'vitest';
import { type SmtpScript, startScriptedSmtp } from './scripted-smtp.ts';

const mail = {
  messageId: '018f0000-0000-7000-8000-000000000001',
  to: 'wang@company.example',
  subject: '感谢注册',
  html: '<p>您好</p>',
  text: '您好',
  unsubscribeUrl: 'https://tendril.example/t/u/token',
};

const IMPATIENT = { connect: 300, greeting: 300, answer: 300 };

async function sendTo(script: SmtpScript, login = ''): Promise<{ outcome: MailOutcome; contents: readonly string[] }> {
  await using server = await startScriptedSmtp(script);
  const url = server.url.replace('smtp://', `smtp://${login}`);
  const channel = createSmtpChannel({ url, from: 'Tendril <hello@tendril.example>' }, { patience: IMPATIENT });
  try {
    return { outcome: await channel.send(mail), contents: server.contents };
  } finally {
    channel.close();
  }
}

test('an accepted mail is sent, and the server’s name for it is kept', async () => {
  const { outcome } = await sendTo({});
  expect(outcome).toEqual({ is: 'sent', serverId: 'ABC123' });
});

test('a mail carries our id as Message-ID and both headers of one-click unsubscribing', async () => {
  const { contents } = await sendTo({});
  expect(contents[0]).toContain('Message-ID: <018f0000-0000-7000-8000-000000000001@tendril.example>');
  expect(contents[0]).toContain('List-Unsubscribe: <https://tendril.example/t/u/token>');
  expect(contents[0]).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
});

test.each<[string, SmtpScript, Partial<MailOutcome>]>([
  ['a server that greets with 421 is tried again', { greeting: '421 4.3.2 busy' }, { is: 'not-sent', again: true }],
  ['a server that greets with 554 does not want us', { greeting: '554 5.7.1 your address is blocked' }, { is: 'refused', why: 'policy' }],
  ['a server that never greets is tried again', { greeting: 'silence' }, { is: 'not-sent', again: true }],
  ['a busy server is tried again', { mailFrom: '421 4.7.0 busy' }, { is: 'not-sent', again: true }],
  ['a confused connection is tried again', { mailFrom: '503 5.5.1 bad sequence' }, { is: 'not-sent', again: true }],
  ['a refused sender is never the recipient’s fault', { mailFrom: '550 sender rejected' }, { is: 'refused', why: 'policy' }],
  [
    'greylisting is tried again after the pause it names',
    { rcptTo: '451 4.7.1 greylisted, come back in 300 seconds' },
    { is: 'not-sent', again: true, pauseMs: 300_000 },
  ],
  ['a hang-up in place of an answer to the recipient is tried again', { rcptTo: '421 4.3.2 closing' }, { is: 'not-sent', again: true }],
  ['a full mailbox is tried again in hours', { rcptTo: '452 4.2.2 mailbox full' }, { is: 'not-sent', again: true, pauseMs: 14_400_000 }],
  ['a mailbox that is full by a 5xx is still no wrong address', { rcptTo: '552 5.2.2 over quota' }, { is: 'not-sent', again: true }],
  ['a missing mailbox is the address’s fault', { rcptTo: '550 5.1.1 user unknown' }, { is: 'refused', why: 'address' }],
  ['a missing mailbox without an enhanced code too', { rcptTo: '550 User not found' }, { is: 'refused', why: 'address' }],
  ['a closed mailbox too', { rcptTo: '550 5.2.1 mailbox disabled' }, { is: 'refused', why: 'address' }],
  ['a policy refusal is not the person’s fault', { rcptTo: '550 5.7.1 blocked by policy' }, { is: 'refused', why: 'policy' }],
  ['the enhanced code beats the words', { rcptTo: '550 5.7.1 mailbox unavailable' }, { is: 'refused', why: 'policy' }],
  ['Microsoft’s refusal of unsigned bulk mail is policy', { afterContent: '550 5.7.515 Access denied' }, { is: 'refused', why: 'policy' }],
  ['NetEase’s spam verdict by 4xx is tried again', { afterContent: '451 DT:SPM' }, { is: 'not-sent', again: true }],
  ['spam is judged by policy, not by address', { afterContent: '554 5.7.26 looks like spam' }, { is: 'refused', why: 'policy' }],
  ['spam without an enhanced code too', { afterContent: '550 this looks like spam' }, { is: 'refused', why: 'policy' }],
  ['a mail that is too big is the content’s fault', { afterContent: '552 5.3.4 message size exceeds limit' }, { is: 'refused', why: 'content' }],
  ['a mail that cannot be converted is the content’s fault', { afterContent: '554 5.6.1 media not supported' }, { is: 'refused', why: 'content' }],
  ['a deferral after the content is tried again', { afterContent: '451 4.3.0 try later' }, { is: 'not-sent', again: true }],
  ['a 421 after the content is an answer: it was not taken', { afterContent: '421 4.3.2 shutting down' }, { is: 'not-sent', again: true }],
  ['a server that stops before asking for the content has nothing', { data: '421 4.3.2 shutting down' }, { is: 'not-sent', again: true }],
])('%s', async (_, script, expected) => {
  const { outcome } = await sendTo(script);
  expect(outcome).toMatchObject(expected);
});

test.each<[string, string, Partial<MailOutcome>]>([
  ['a wrong password is a matter of the settings, not tried again', '535 5.7.8 bad credentials', { is: 'not-sent', again: false }],
  ['a server that cannot check passwords just now is tried again', '454 4.7.0 temporary failure', { is: 'not-sent', again: true }],
])('%s', async (_, auth, expected) => {
  const { outcome, contents } = await sendTo({ offersAuth: 'PLAIN', auth }, 'user:very-secret-password@');
  expect(outcome).toMatchObject(expected);
  expect(JSON.stringify(outcome)).not.toContain('very-secret-password');
  expect(contents).toEqual([]);
});

test.each(['hang-up', 'reset', 'silence'] as const)(
  'a line that breaks by %s after the content leaves the fate unknown, and exactly one copy arrived',
  async (afterContent) => {
    const { outcome, contents } = await sendTo({ afterContent });
    expect(outcome.is).toBe('unknown');
    expect(contents).toHaveLength(1);
  },
);

test('a mail after one of unknown fate is judged by its own conversation', async () => {
  await using server = await startScriptedSmtp({ afterContent: 'hang-up' });
  const channel = createSmtpChannel({ url: server.url, from: 'hello@tendril.example' }, { patience: IMPATIENT });
  for (let index = 0; index < 12; index += 1) expect((await channel.send(mail)).is).toBe('unknown');
  await server[Symbol.asyncDispose]();
  for (let index = 0; index < 12; index += 1) expect((await channel.send(mail)).is).toBe('not-sent');
  channel.close();
});

test('an idle connection that the server has closed costs nothing: the next mail goes over a new one, once', async () => {
  await using server = await startScriptedSmtp({});
  const channel = createSmtpChannel({ url: server.url, from: 'hello@tendril.example' });
  await channel.send(mail);
  for (const socket of server.connections) socket.destroy();
  expect(await channel.send(mail)).toMatchObject({ is: 'sent' });
  expect(server.contents).toHaveLength(2);
  channel.close();
});

test.each([
  'a@company.example>\r\nRCPT TO:<b@company.example',
  'a@company.example, b@company.example',
  'a@company.example;b@company.example',
  'Wang <a@company.example>',
  'a@b@company.example\u0000 ',
  'nobody',
  '',
])('%j is not one address: nothing is sent', async (to) => {
  await using server = await startScriptedSmtp({});
  const channel = createSmtpChannel({ url: server.url, from: 'hello@tendril.example' });
  expect(await channel.send({ ...mail, to })).toMatchObject({ is: 'refused', why: 'address' });
  expect(server.connections).toEqual([]);
  channel.close();
});

test('a return path of its own names the mail', async () => {
  await using server = await startScriptedSmtp({});
  const settings = { url: server.url, from: 'hello@tendril.example' };
  const channel = createSmtpChannel(settings, { returnPath: (messageId) => `b+${messageId}@bounces.tendril.example` });
  await channel.send(mail);
  expect(server.senders).toEqual([`b+${mail.messageId}@bounces.tendril.example`]);
  expect(server.contents[0]).toContain('From: hello@tendril.example');
  channel.close();
});

test('a server that cannot be reached certainly has nothing', async () => {
  const channel = createSmtpChannel({ url: 'smtp://127.0.0.1:1', from: 'hello@tendril.example' });
  expect(await channel.send(mail)).toMatchObject({ is: 'not-sent', again: true });
  channel.close();
});

test('many mails at once keep their own fates', async () => {
  await using server = await startScriptedSmtp({});
  const channel = createSmtpChannel({ url: server.url, from: 'hello@tendril.example' });
  const outcomes = await Promise.all(Array.from({ length: 40 }, (_, index) => channel.send({ ...mail, messageId: `m-${index}` })));
  expect(outcomes.every((outcome) => outcome.is === 'sent')).toBe(true);
  expect(new Set(server.contents.map((content) => /Message-ID: <(m-\d+)@/.exec(content)?.[1])).size).toBe(40);
  channel.close();
});
