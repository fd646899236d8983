import { installationBounces } from '@tendril/content/tracking';
import { type Db, type EmailSettings, readChannelSettings } from '@tendril/db';
import type { Channels, WecomChannel } from './channel-book.ts';
import { createSmtpChannel } from './channels/smtp-channel.ts';
import { createWecomChannel } from './channels/wecom-channel.ts';
import { createWecomClient } from './channels/wecom-client.ts';

/** How long an opened channel is used before its settings are read again (real ms). */
const FRESH_MS = 30_000;

interface Opened<Channel> {
  /** Settings it was made from, to see whether they have changed. */
  readonly settings: string;
  readonly channel: Channel;
  checkedAt: number;
}

/** The channels of every workspace, opened from their stored settings and kept; a change is noticed within half a minute. */
export function createChannels({ db, secret, now = Date.now }: { db: Db; secret: string; now?: () => number }): Channels {
  const mail = new Map<string, Opened<ReturnType<typeof createSmtpChannel>>>();
  const wecom = new Map<string, Opened<WecomChannel>>();
  return {
    email: (workspaceId) =>
      open(
        mail,
        workspaceId,
        now,
        () => readChannelSettings(db, { secret, workspaceId, channel: 'email' }),
        (settings) => createSmtpChannel(settings, returnPathOf(settings, secret)),
      ),
    wecom: (workspaceId) =>
      open(
        wecom,
        workspaceId,
        now,
        () => readChannelSettings(db, { secret, workspaceId, channel: 'wecom' }),
        (settings) => createWecomChannel(createWecomClient(settings, { now }), { agentId: settings.agentId, now }),
      ),
    sms: (workspaceId) => readChannelSettings(db, { secret, workspaceId, channel: 'sms' }),
    close: async () => {
      for (const { channel } of mail.values()) channel.close();
    },
  };
}

function returnPathOf({ bounceDomain: domain }: EmailSettings, secret: string): { readonly returnPath?: (messageId: string) => string } {
  return domain === undefined ? {} : { returnPath: installationBounces({ domain, secret }).of };
}

async function open<Settings, Channel>(
  book: Map<string, Opened<Channel>>,
  workspaceId: string,
  now: () => number,
  read: () => Promise<Settings | null>,
  make: (settings: Settings) => Channel,
): Promise<Channel | null> {
  const known = book.get(workspaceId);
  if (known !== undefined && now() - known.checkedAt < FRESH_MS) return known.channel;
  const settings = await read();
  if (settings === null) return null;
  const text = JSON.stringify(settings);
  const again = book.get(workspaceId);
  if (again?.settings === text) {
    again.checkedAt = now();
    return again.channel;
  }
  const channel = make(settings);
  book.set(workspaceId, { settings: text, channel, checkedAt: now() });
  return channel;
}
