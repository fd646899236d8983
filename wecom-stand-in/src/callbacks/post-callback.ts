import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { XMLBuilder } from 'fast-xml-parser';
import type { Settings } from '../options.ts';
import { sealCallback } from './seal-callback.ts';

/** WeCom waits this long for the 200, and tries three times in all. */
const PATIENCE_MS = 5_000;
const TRIES = 3;

const xml = new XMLBuilder({ cdataPropName: 'cdata' });

/** Tells the app of an event, sealed. After three tries the event is lost, as it is with WeCom. */
export async function postCallback(settings: Settings, fields: Readonly<Record<string, string | number>>): Promise<boolean> {
  if (settings.callbackUrl === null) return false;
  const message = xml.build({ xml: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { cdata: String(value) }])) });
  const query = { timestamp: String(Math.floor(settings.now() / 1_000)), nonce: String(randomInt(1_000_000_000)) };
  const keys = { corpId: settings.corpId, token: settings.callbackToken, aesKey: settings.callbackAesKey };
  const { encrypted, signature } = sealCallback(keys, message, query);
  const body = xml.build({
    xml: { ToUserName: { cdata: settings.corpId }, AgentID: { cdata: String(settings.agentId) }, Encrypt: { cdata: encrypted } },
  });
  const url = `${settings.callbackUrl}?${new URLSearchParams({ msg_signature: signature, ...query })}`;
  for (let tried = 1; ; tried += 1) {
    if (await delivered(url, body)) return true;
    if (tried === TRIES) return false;
    await pause(settings.callbackRetryMs);
  }
}

async function delivered(url: string, body: string): Promise<boolean> {
  try {
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'text/xml' }, body, signal: AbortSignal.timeout(PATIENCE_MS) });
    await response.body?.cancel();
    return response.status === 200;
  } catch {
    return false;
  }
}
