import type { Db } from './create-db.ts';
import { sealJson, unsealJson } from './sealed-json.ts';

/** How mails leave. `url` is an SMTP URL with credentials; `from` is a full From header. */
export interface EmailSettings {
  readonly url: string;
  readonly from: string;
  /** Domain whose mail comes back to us; when present, each mail has a return path of its own below it, which names the mail. */
  readonly bounceDomain?: string;
  /** Signs every mail when present. */
  readonly dkim?: { readonly domainName: string; readonly keySelector: string; readonly privateKey: string };
}

/** How WeCom is reached: the self-built app's credentials and the keys of its callback. */
export interface WecomSettings {
  readonly baseUrl: string;
  readonly corpId: string;
  readonly secret: string;
  readonly agentId: number;
  readonly callbackToken: string;
  readonly callbackAesKey: string;
}

/** How text messages leave: through a webhook of the company's SMS gateway. Requests are signed with `secret`. */
export interface SmsSettings {
  readonly url: string;
  readonly secret: string;
}

/** Settings per channel. */
export interface ChannelSettings {
  readonly email: EmailSettings;
  readonly wecom: WecomSettings;
  readonly sms: SmsSettings;
}

/** Stores a channel's settings, sealed with the installation's secret. */
export async function saveChannelSettings<Channel extends keyof ChannelSettings>(
  db: Db,
  order: { secret: string; workspaceId: string; channel: Channel; settings: ChannelSettings[Channel] },
): Promise<void> {
  const { workspaceId, channel } = order;
  const sealed = sealJson(order.secret, order.settings);
  await db.client.channelSecret.upsert({
    where: { workspaceId_channel: { workspaceId, channel } },
    create: { workspaceId, channel, sealed },
    update: { sealed },
  });
}

/**
 * Opens a channel's settings.
 * @returns null if the workspace has not set the channel up
 * @throws Error if the installation's secret is not the one they were sealed with
 */
export async function readChannelSettings<Channel extends keyof ChannelSettings>(
  db: Db,
  order: { secret: string; workspaceId: string; channel: Channel },
): Promise<ChannelSettings[Channel] | null> {
  const { workspaceId, channel } = order;
  const row = await db.client.channelSecret.findUnique({ where: { workspaceId_channel: { workspaceId, channel } } });
  return row === null ? null : (unsealJson(order.secret, row.sealed) as ChannelSettings[Channel]);
}
