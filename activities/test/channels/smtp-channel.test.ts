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

async function sendTo(script: SmtpScript): Promise<{ outcome: MailOutcome; contents: readonly string[] }> {
  await using server = await startScriptedSmtp(script);
  const channel = createSmtpChannel({ url: server.url, from: 'Tendril <hello@tendril.example>' });
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
  ['a busy server is tried again', { mailFrom: '421 4.7.0 busy' }, { is: 'not-sent', again: true }],
  [
    'greylisting is tried again after the pause it names',
    { rcptTo: '451 4.7.1 greylisted, come back in 300 seconds' },
    { is: 'not-sent', again: true, pauseMs: 300_000 },
  ],
  ['a full mailbox is tried again', { rcptTo: '452 4.2.2 mailbox full' }, { is: 'not-sent', again: true }],
  ['a missing mailbox is the address’s fault', { rcptTo: '550 5.1.1 user unknown' }, { is: 'refused', why: 'address' }],
  ['a policy refusal is not the person’s fault', { rcptTo: '550 5.7.1 blocked by policy' }, { is: 'refused', why: 'policy' }],
  ['spam is judged by policy, not by address', { afterContent: '554 5.7.26 looks like spam' }, { is: 'refused', why: 'policy' }],
  ['a mail that is too big is the content’s fault', { afterContent: '552 5.3.4 message size exceeds limit' }, { is: 'refused', why: 'content' }],
  ['a deferral after the content is tried again', { afterContent: '451 4.3.0 try later' }, { is: 'not-sent', again: true }],
  ['a server that stops before asking for the content has nothing', { data: '421 4.3.2 shutting down' }, { is: 'not-sent', again: true }],
])('%s', async (_, script, expected) => {
  const { outcome } = await sendTo(script);
  expect(outcome).toMatchObject(expected);
});

test.each(['hang-up', 'reset'] as const)(
  'a line that breaks by %s after the content leaves the fate unknown, and exactly one copy arrived',
  async (afterContent) => {
    const { outcome, contents } = await sendTo({ afterContent });
    expect(outcome.is).toBe('unknown');
    expect(contents).toHaveLength(1);
  },
);

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
