import type { Questions } from '../../api/trpc.ts';
import type { Channel } from './settings-answers.ts';

export type ChannelInput = Questions['settings']['saveChannel'];

/** One field of a channel's form. */
export interface ChannelField {
  readonly name: string;
  readonly kind: 'text' | 'number' | 'secret' | 'security';
  /** What stands there before anybody has entered anything. */
  readonly initial: string;
  /** May stay empty although nothing is stored. */
  readonly optional?: boolean;
}

const text = (name: string, initial = ''): ChannelField => ({ name, kind: 'text', initial });
const secret = (name: string): ChannelField => ({ name, kind: 'secret', initial: '' });

/** What has to be entered per channel, in the order of the form. */
export const CHANNEL_FIELDS: Readonly<Record<Channel['channel'], readonly ChannelField[]>> = {
  email: [
    text('host'),
    { name: 'port', kind: 'number', initial: '587' },
    { name: 'security', kind: 'security', initial: 'starttls' },
    { ...text('user'), optional: true },
    { ...secret('password'), optional: true },
    text('from'),
  ],
  wecom: [
    text('baseUrl', 'https://qyapi.weixin.qq.com'),
    text('corpId'),
    { name: 'agentId', kind: 'number', initial: '' },
    secret('secret'),
    secret('callbackToken'),
    secret('callbackAesKey'),
  ],
  sms: [text('url'), secret('secret')],
};

/** A channel's form as it is being filled in, by field. */
export type ChannelDraft = Readonly<Record<string, string>>;

/** What stands in the form at first: the stored values, and empty secrets. */
export const channelDraft = ({ channel, values }: Pick<Channel, 'channel' | 'values'>): ChannelDraft =>
  Object.fromEntries(CHANNEL_FIELDS[channel].map(({ name, initial }) => [name, values[name] ?? initial]));

const CHECKS: Readonly<Record<string, (value: string) => boolean>> = {
  host: (value) => /^[a-z0-9.-]+$/i.test(value),
  port: (value) => /^\d+$/.test(value) && Number(value) >= 1 && Number(value) <= 65_535,
  agentId: (value) => /^[1-9]\d*$/.test(value),
  from: (value) => /\S+@\S+/.test(value),
  baseUrl: isWebAddress,
  url: isWebAddress,
  callbackAesKey: (value) => value.length === 43,
};

/** Names of the fields that cannot be right. A secret may be empty where one is stored already. */
export function wrongFields({ channel, configured }: Pick<Channel, 'channel' | 'configured'>, draft: ChannelDraft): readonly string[] {
  return CHANNEL_FIELDS[channel]
    .filter(({ name, kind, optional }) => {
      const value = (draft[name] ?? '').trim();
      if (value === '') return !(optional || (kind === 'secret' && configured));
      return CHECKS[name]?.(value) === false;
    })
    .map(({ name }) => name);
}

/** The form as the API takes it. Call it only when `wrongFields` found none. */
export function channelInput(channel: Channel['channel'], draft: ChannelDraft): ChannelInput {
  const entries = CHANNEL_FIELDS[channel].map(({ name, kind }) => {
    const value = (draft[name] ?? '').trim();
    return [name, kind === 'number' ? Number(value) : value];
  });
  return { channel, ...Object.fromEntries(entries) } as ChannelInput;
}

function isWebAddress(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}
