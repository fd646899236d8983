import { type ChannelSettings, type EmailSettings, readChannelSettings } from '@tendril/db';
import type { ChannelRow } from '../../api/views.ts';
import type { Caller } from '../ports.ts';
import type { SettingsParts } from './settings-parts.ts';

const CHANNELS = ['email', 'wecom', 'sms'] as const;

type PublicPart = Pick<ChannelRow, 'target' | 'sender' | 'values'>;

/** How each channel is set up, without its secrets. */
export async function listChannels(parts: Pick<SettingsParts, 'db' | 'secret'>, { workspaceId }: Caller): Promise<readonly ChannelRow[]> {
  const rows = await parts.db.client.channelSecret.findMany({ where: { workspaceId } });
  return Promise.all(
    CHANNELS.map(async (channel): Promise<ChannelRow> => {
      const settings = await readChannelSettings<keyof ChannelSettings>(parts.db, { secret: parts.secret, workspaceId, channel });
      const updatedAt = rows.find((row) => row.channel === channel)?.updatedAt;
      return { channel, configured: settings !== null, ...publicPart(settings), updatedAtReal: updatedAt?.toISOString() ?? null };
    }),
  );
}

function publicPart(settings: ChannelSettings[keyof ChannelSettings] | null): PublicPart {
  if (settings === null) return { target: null, sender: null, values: {} };
  if ('from' in settings) return emailPart(settings);
  if ('baseUrl' in settings) {
    const { baseUrl, corpId, agentId } = settings;
    return { target: hostOf(baseUrl), sender: String(agentId), values: { baseUrl, corpId, agentId: String(agentId) } };
  }
  return { target: hostOf(settings.url), sender: null, values: { url: settings.url } };
}

function emailPart({ url, from }: EmailSettings): PublicPart {
  const { protocol, hostname, port, username, host } = new URL(url);
  const isTls = protocol === 'smtps:';
  const values = {
    host: hostname,
    port: port === '' ? (isTls ? '465' : '587') : port,
    security: isTls ? 'tls' : 'starttls',
    user: decodeURIComponent(username),
    from,
  };
  return { target: host, sender: from, values };
}

const hostOf = (url: string): string | null => (URL.canParse(url) ? new URL(url).host : null);
