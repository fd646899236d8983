import { expect, test } from 'vitest';
import { channelDraft, channelInput, wrongFields } from '../../../src/pages/settings/channel-draft.ts';

const fresh = { channel: 'email', configured: false, values: {} } as const;
const known = {
  channel: 'email',
  configured: true,
  values: { host: 'smtp.example.com', port: '465', security: 'tls', user: 'me', from: 'A <a@b.example>' },
} as const;

test('a new form needs a server and a sender, but no log-in', () => {
  expect(wrongFields(fresh, channelDraft(fresh))).toEqual(['host', 'from']);
});

test('a stored secret may stay empty, a missing one may not', () => {
  const wecom = { channel: 'wecom', values: { baseUrl: 'https://qyapi.weixin.qq.com', corpId: 'ww1', agentId: '1' } } as const;
  expect(wrongFields({ ...wecom, configured: true }, channelDraft(wecom))).toEqual([]);
  expect(wrongFields({ ...wecom, configured: false }, channelDraft(wecom))).toEqual(['secret', 'callbackToken', 'callbackAesKey']);
});

test.each([
  ['host', 'smtp://x'],
  ['port', '0'],
  ['port', '70000'],
  ['from', 'nobody'],
])('%s cannot be “%s”', (field, value) => {
  expect(wrongFields(known, { ...channelDraft(known), [field]: value })).toEqual([field]);
});

test('numbers are sent as numbers, secrets as they were typed, spaces around values are dropped', () => {
  expect(channelInput('email', { ...channelDraft(known), host: ' smtp.example.com ', password: 'p w' })).toEqual({
    channel: 'email',
    host: 'smtp.example.com',
    port: 465,
    security: 'tls',
    user: 'me',
    password: 'p w',
    from: 'A <a@b.example>',
  });
});
