import { randomBytes, randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { XMLBuilder } from 'fast-xml-parser';
import type { Settings } from '../options.ts';
import { sealCallback } from './seal-callback.ts';

/** WeCom waits this long for the 200 to an event, this long for the echo of a verification, and tries three times in all. */
const PATIENCE_MS = 5_000;
const ECHO_PATIENCE_MS = 1_000;
const TRIES = 3;
const REMEMBERED = 100;

/** The fields of an event by their XML names; a nested object becomes nested XML. */
export interface CallbackFields {
  readonly [name: string]: string | number | CallbackFields | readonly CallbackFields[];
}

/** What became of telling the app of one event. */
export interface CallbackRecord {
  readonly id: string;
  readonly at: number;
  /** `change_external_contact/add_external_contact` or the like. */
  readonly event: string;
  readonly fields: CallbackFields;
  status: 'no-url' | 'trying' | 'delivered' | 'lost';
  tries: number;
  /** HTTP status of the last try, or null if there was no answer. */
  httpStatus: number | null;
}

/** Tells the app of events, sealed as WeCom seals them. Delivery is not promised: after three tries an event is lost. */
export interface CallbackDesk {
  tell(fields: CallbackFields): void;
  /** Newest first. */
  records(): readonly CallbackRecord[];
  /** Does what WeCom does when an administrator saves the URL: it must answer the plain echo within a second. */
  verify(): Promise<{ readonly ok: boolean; readonly why: string }>;
  /** Resolves when nothing is on its way any more. */
  settled(): Promise<void>;
  /** Stops trying. */
  close(): void;
}

const xml = new XMLBuilder({ cdataPropName: 'cdata' });

/** A desk for one app. `changed` is called whenever the fate of an event changes. */
export function createCallbackDesk(settings: Settings, now: () => number, changed: () => void): CallbackDesk {
  const records: CallbackRecord[] = [];
  const underway = new Set<Promise<void>>();
  const closing = new AbortController();

  const deliver = async (url: string, record: CallbackRecord): Promise<void> => {
    const { address, body } = envelope(settings, url, record.fields);
    while (record.tries < TRIES && !closing.signal.aborted) {
      record.tries += 1;
      record.httpStatus = await post(address, body, closing.signal);
      if (record.httpStatus === 200) break;
      if (record.tries < TRIES) await pause(settings.callbackRetryMs, undefined, { signal: closing.signal }).catch(() => undefined);
    }
    record.status = record.httpStatus === 200 ? 'delivered' : 'lost';
    changed();
  };

  return {
    tell: (fields) => {
      const url = settings.callbackUrl;
      const record: CallbackRecord = {
        id: randomBytes(9).toString('base64url'),
        at: now(),
        event: [fields['Event'], fields['ChangeType']].filter((part) => typeof part === 'string').join('/'),
        fields,
        status: url === null ? 'no-url' : 'trying',
        tries: 0,
        httpStatus: null,
      };
      records.unshift(record);
      records.splice(REMEMBERED);
      changed();
      if (url === null) return;
      const delivery: Promise<void> = deliver(url, record).finally(() => underway.delete(delivery));
      underway.add(delivery);
    },
    records: () => records,
    verify: () => verifyUrl(settings),
    settled: async () => {
      while (underway.size > 0) await Promise.all(underway);
    },
    close: () => closing.abort(),
  };
}

function envelope(settings: Settings, url: string, fields: CallbackFields): { readonly address: string; readonly body: string } {
  const message = xml.build({ xml: written(fields) });
  const { encrypted, query } = sealed(settings, message);
  const parts = { ToUserName: settings.corpId, AgentID: settings.agentId, Encrypt: encrypted };
  return { address: withQuery(url, query), body: xml.build({ xml: written(parts) }) };
}

function sealed(settings: Settings, text: string): { readonly encrypted: string; readonly query: Readonly<Record<string, string>> } {
  const stamp = { timestamp: String(Math.floor(settings.now() / 1_000)), nonce: String(randomInt(1_000_000_000)) };
  const keys = { corpId: settings.corpId, token: settings.callbackToken, aesKey: settings.callbackAesKey };
  const { encrypted, signature } = sealCallback(keys, text, stamp);
  return { encrypted, query: { msg_signature: signature, ...stamp } };
}

function written(fields: CallbackFields): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      if (typeof value === 'string') return [name, { cdata: value }];
      if (typeof value === 'number') return [name, value];
      return [name, isList(value) ? value.map(written) : written(value)];
    }),
  );
}

const isList = (value: CallbackFields | readonly CallbackFields[]): value is readonly CallbackFields[] => Array.isArray(value);

function withQuery(url: string, query: Readonly<Record<string, string>>): string {
  const address = new URL(url);
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
  return address.href;
}

async function post(address: string, body: string, closing: AbortSignal): Promise<number | null> {
  const signal = AbortSignal.any([AbortSignal.timeout(PATIENCE_MS), closing]);
  try {
    const response = await fetch(address, { method: 'POST', headers: { 'content-type': 'text/xml' }, body, signal });
    await response.body?.cancel();
    return response.status;
  } catch {
    return null;
  }
}

async function verifyUrl(settings: Settings): Promise<{ ok: boolean; why: string }> {
  if (settings.callbackUrl === null) return { ok: false, why: 'No callback URL is set.' };
  const echo = String(randomInt(1_000_000_000));
  const { encrypted, query } = sealed(settings, echo);
  try {
    const response = await fetch(withQuery(settings.callbackUrl, { ...query, echostr: encrypted }), {
      signal: AbortSignal.timeout(ECHO_PATIENCE_MS),
    });
    const text = await response.text();
    if (response.status !== 200) return { ok: false, why: `The URL answered ${response.status}.` };
    return text === echo
      ? { ok: true, why: 'The URL answered the echo.' }
      : { ok: false, why: 'The URL answered something else than the plain echo.' };
  } catch {
    return { ok: false, why: 'The URL did not answer within a second.' };
  }
}
