import { type Db, saveChannelSettings } from '@tendril/db';
import { STAND_IN_CREDENTIALS } from '../demo/stand-in-credentials.ts';

/** Points the demo's channels to its mailbox and to the WeCom stand-in, wherever they run this time. */
export async function seedChannels(
  { db, secret, smtpUrl, wecomBaseUrl }: { readonly db: Db; readonly secret: string; readonly smtpUrl: string; readonly wecomBaseUrl: string },
  workspaceId: string,
): Promise<void> {
  const from = '"示例科技" <hello@vendor.example>';
  await saveChannelSettings(db, { secret, workspaceId, channel: 'email', settings: { url: smtpUrl, from } });
  const wecom = { baseUrl: wecomBaseUrl, ...STAND_IN_CREDENTIALS };
  await saveChannelSettings(db, { secret, workspaceId, channel: 'wecom', settings: wecom });
}
