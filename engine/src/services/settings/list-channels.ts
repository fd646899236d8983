import { type ChannelSettings, readChannelSettings } from '@tendril/db';
import type { ChannelRow } from '../../api/views.ts';
import type { Caller } from '../ports.ts';
import type { SettingsParts } from './settings-parts.ts';

const CHANNELS = ['email', 'wecom'] as const;

/** How each channel is set up, without its secrets. */
export async function listChannels(parts: Pick<SettingsParts, 'db' | 'secret'>, { workspaceId }: Caller): Promise<readonly ChannelRow[]> {
  const rows = await parts.db.client.channelSecret.findMany({ where: { workspaceId } });
  return Promise.all(
    CHANNELS.map(async (channel) => {
      const settings = await readChannelSettings(parts.db, { secret: parts.secret, workspaceId, channel });
      const updatedAt = rows.find((row) => row.channel === channel)?.updatedAt;
      return { channel, configured: settings !== null, ...publicPart(settings), updatedAtReal: updatedAt?.toISOString() ?? null };
    }),
  );
}

function publicPart(settings: ChannelSettings[keyof ChannelSettings] | null): Pick<ChannelRow, 'target' | 'sender'> {
  if (settings === null) return { target: null, sender: null };
  if ('baseUrl' in settings) return { target: hostOf(settings.baseUrl), sender: String(settings.agentId) };
  return { target: hostOf(settings.url), sender: 'from' in settings ? settings.from : null };
}

const hostOf = (url: string): string | null => (URL.canParse(url) ? new URL(url).host : null);
