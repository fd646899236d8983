import {
  type ChannelSettings,
  type EmailSettings,
  readChannelSettings,
  type SmsSettings,
  saveChannelSettings,
  type WecomSettings,
} from '@tendril/db';
import { recordDeed } from '../audit.ts';
import type { Caller, ChannelInput } from '../ports.ts';
import { UserError } from '../user-error.ts';
import type { SettingsParts } from './settings-parts.ts';

type Parts = Pick<SettingsParts, 'db' | 'secret'>;

/**
 * Sets a channel up, or changes it. A secret that is left empty stays as it is stored; the worker notices the change
 * within half a minute.
 * @throws UserError `channel.secret-missing` if there is none stored either
 */
export async function saveChannel(parts: Parts, caller: Caller, input: ChannelInput): Promise<void> {
  switch (input.channel) {
    case 'email':
      return store(parts, caller, 'email', (known) => emailSettings(input, known));
    case 'wecom':
      return store(parts, caller, 'wecom', (known) => wecomSettings(input, known));
    case 'sms':
      return store(parts, caller, 'sms', (known) => smsSettings(input, known));
  }
}

async function store<Channel extends keyof ChannelSettings>(
  { db, secret }: Parts,
  caller: Caller,
  channel: Channel,
  settingsFrom: (known: ChannelSettings[Channel] | null) => ChannelSettings[Channel],
): Promise<void> {
  const { workspaceId } = caller;
  const settings = settingsFrom(await readChannelSettings(db, { secret, workspaceId, channel }));
  await saveChannelSettings(db, { secret, workspaceId, channel, settings });
  await recordDeed(db.client, { caller, action: 'channel.saved', subjectType: 'channel', subjectId: channel });
}

type InputOf<Channel extends ChannelInput['channel']> = Extract<ChannelInput, { channel: Channel }>;

function emailSettings({ host, port, security, user, password, from }: InputOf<'email'>, known: EmailSettings | null): EmailSettings {
  const before = known === null ? null : new URL(known.url);
  const kept = before !== null && decodeURIComponent(before.username) === user ? decodeURIComponent(before.password) : '';
  const passed = password === '' ? kept : password;
  if (user !== '' && passed === '') throw missing('email', 'password');
  const credentials = user === '' ? '' : `${encodeURIComponent(user)}:${encodeURIComponent(passed)}@`;
  const url = `${security === 'tls' ? 'smtps' : 'smtp'}://${credentials}${host}:${port}`;
  // What the form does not show stays as it was: signing and the domain of the return paths.
  return { ...known, url, from };
}

function wecomSettings({ baseUrl, corpId, agentId, ...secrets }: InputOf<'wecom'>, known: WecomSettings | null): WecomSettings {
  const keep = (field: 'secret' | 'callbackToken' | 'callbackAesKey'): string => kept(secrets[field], known?.[field], { channel: 'wecom', field });
  return {
    baseUrl: baseUrl.replace(/\/+$/, ''),
    corpId,
    agentId,
    secret: keep('secret'),
    callbackToken: keep('callbackToken'),
    callbackAesKey: keep('callbackAesKey'),
  };
}

const smsSettings = ({ url, secret }: InputOf<'sms'>, known: SmsSettings | null): SmsSettings => ({
  url,
  secret: kept(secret, known?.secret, { channel: 'sms', field: 'secret' }),
});

function kept(given: string, stored: string | undefined, { channel, field }: { readonly channel: string; readonly field: string }): string {
  if (given !== '') return given;
  if (stored === undefined || stored === '') throw missing(channel, field);
  return stored;
}

const missing = (channel: string, field: string): UserError => new UserError('channel.secret-missing', { channel, field });
