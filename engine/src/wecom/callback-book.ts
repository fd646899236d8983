import { type CallbackSeal, createCallbackSeal } from '@tendril/content/wecom-callback';
import { type Db, readChannelSettings } from '@tendril/db';

/** The seals of all workspaces that have WeCom set up. */
export interface CallbackBook {
  /** By workspace id. Settings that were changed are noticed within half a minute. */
  seals(): Promise<ReadonlyMap<string, CallbackSeal>>;
}

const FRESH_MS = 30_000;

/** Reads the stored settings and keeps the seals for a while: WeCom waits one second for its verification. */
export function createCallbackBook({
  db,
  secret,
  clock,
}: {
  readonly db: Db;
  readonly secret: string;
  readonly clock: { now(): number };
}): CallbackBook {
  let kept: { readonly at: number; readonly seals: Promise<ReadonlyMap<string, CallbackSeal>> } | null = null;

  const load = async (): Promise<ReadonlyMap<string, CallbackSeal>> => {
    const rows = await db.client.channelSecret.findMany({ where: { channel: 'wecom' }, select: { workspaceId: true } });
    const seals = new Map<string, CallbackSeal>();
    for (const { workspaceId } of rows) {
      const settings = await readChannelSettings(db, { secret, workspaceId, channel: 'wecom' });
      if (settings === null) continue;
      const { corpId, callbackToken: token, callbackAesKey: aesKey } = settings;
      seals.set(workspaceId, createCallbackSeal({ corpId, token, aesKey }));
    }
    return seals;
  };

  return {
    seals: () => {
      const now = clock.now();
      if (kept !== null && now - kept.at < FRESH_MS) return kept.seals;
      const seals = load();
      kept = { at: now, seals };
      seals.catch(() => {
        kept = null;
      });
      return seals;
    },
  };
}
