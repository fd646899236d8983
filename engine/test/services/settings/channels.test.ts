import { readChannelSettings } from '@tendril/db';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusalOf, startTestEngine, TEST_SECRET, type TestEngine, type TestPerson } from '../../start-test-engine.ts';

let engine: TestEngine;
let admin: TestPerson;
beforeAll(async () => {
  engine = await startTestEngine();
  admin = await engine.as('admin');
});
afterAll(() => engine[Symbol.asyncDispose]());

const stored = <Channel extends 'email' | 'wecom' | 'sms'>(channel: Channel) =>
  readChannelSettings(engine.db, { secret: TEST_SECRET, workspaceId: engine.workspaceId, channel });

const rowOf = async (channel: string) => (await admin.api.settings.channels.query()).find((row) => row.channel === channel);

const email = {
  channel: 'email',
  host: 'smtp.example.com',
  port: 465,
  security: 'tls',
  user: 'mailer@example.com',
  password: 'p@ss/word',
  from: 'Vendor <hello@example.com>',
} as const;

const wecom = {
  channel: 'wecom',
  baseUrl: 'https://qyapi.weixin.qq.com/',
  corpId: 'ww1234567890abcdef',
  agentId: 1_000_002,
  secret: 'app-secret',
  callbackToken: 'token',
  callbackAesKey: 'k'.repeat(43),
} as const;

test('a channel that nobody has set up says so', async () => {
  expect(await rowOf('sms')).toEqual({ channel: 'sms', configured: false, target: null, sender: null, values: {}, updatedAtReal: null });
});

test('mail settings become the address that the worker connects to, and show everything but the password', async () => {
  await admin.api.settings.saveChannel.mutate(email);
  expect(await stored('email')).toEqual({ url: 'smtps://mailer%40example.com:p%40ss%2Fword@smtp.example.com:465', from: email.from });
  const row = await rowOf('email');
  expect(row).toMatchObject({ configured: true, target: 'smtp.example.com:465', sender: email.from });
  expect(row?.values).toEqual({ host: 'smtp.example.com', port: '465', security: 'tls', user: 'mailer@example.com', from: email.from });
  expect(JSON.stringify(row)).not.toContain('word');
});

test('a password left empty stays, as long as it is the same account', async () => {
  await admin.api.settings.saveChannel.mutate({ ...email, port: 587, security: 'starttls', password: '' });
  expect((await stored('email'))?.url).toBe('smtp://mailer%40example.com:p%40ss%2Fword@smtp.example.com:587');
  const other = admin.api.settings.saveChannel.mutate({ ...email, user: 'other@example.com', password: '' });
  expect(await refusalOf(other)).toEqual({ status: 400, sentence: 'channel.secret-missing', params: { channel: 'email', field: 'password' } });
});

test('a server that asks for no log-in needs none', async () => {
  await admin.api.settings.saveChannel.mutate({ ...email, user: '', password: '', security: 'starttls', port: 25 });
  expect((await stored('email'))?.url).toBe('smtp://smtp.example.com:25');
});

test('WeCom’s secrets are needed once, and kept when left empty', async () => {
  const first = admin.api.settings.saveChannel.mutate({ ...wecom, callbackToken: '' });
  expect(await refusalOf(first)).toEqual({ status: 400, sentence: 'channel.secret-missing', params: { channel: 'wecom', field: 'callbackToken' } });
  await admin.api.settings.saveChannel.mutate(wecom);
  await admin.api.settings.saveChannel.mutate({ ...wecom, agentId: 1_000_003, secret: '', callbackToken: '', callbackAesKey: '' });
  const { channel: _, ...entered } = wecom;
  expect(await stored('wecom')).toEqual({ ...entered, baseUrl: 'https://qyapi.weixin.qq.com', agentId: 1_000_003 });
});

test.each([
  { ...email, host: 'smtp.example.com/path' },
  { ...email, from: 'nobody' },
  { ...email, from: 'a@example.com\r\nBcc: b@example.com' },
  { ...wecom, baseUrl: 'javascript:alert(1)' },
  { ...wecom, callbackAesKey: 'short' },
])('what cannot be right is refused: %j', async (input) => {
  await expect(admin.api.settings.saveChannel.mutate(input as never)).rejects.toMatchObject({ data: { code: 'BAD_REQUEST' } });
});

test('who changed a channel is written down, its secrets are not', async () => {
  const entries = await engine.db.client.auditEntry.findMany({ where: { action: 'channel.saved' } });
  expect(entries.length).toBeGreaterThan(0);
  expect(JSON.stringify(entries)).not.toContain('secret');
});
