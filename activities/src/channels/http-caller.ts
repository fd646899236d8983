import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import type { Json } from '@tendril/journey/model';

/** How long another system may take to answer, in ms. */
const CALL_MS = 20_000;
/** Longest answer that is read, in bytes. */
const LONGEST_ANSWER = 256 * 1_024;

/** Addresses of this machine and of cloud metadata services: a journey must not reach behind the worker's back. */
const forbidden = new BlockList();
forbidden.addSubnet('127.0.0.0', 8, 'ipv4');
forbidden.addSubnet('169.254.0.0', 16, 'ipv4');
forbidden.addSubnet('0.0.0.0', 8, 'ipv4');
forbidden.addAddress('::1', 'ipv6');
forbidden.addSubnet('fe80::', 10, 'ipv6');

/** A call to another system. */
export interface HttpCall {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Null: without a body. */
  readonly body: string | null;
}

/** What came of it. */
export type HttpOutcome =
  /** It answered 2xx; `body` is the JSON it sent, or null. */
  | { readonly is: 'answered'; readonly status: number; readonly body: Json }
  /** It certainly did not take it, and may later: 429, 503 and connections that never came about. */
  | { readonly is: 'not-sent'; readonly pauseMs: number | null; readonly text: string }
  /** It answered that it will not. */
  | { readonly is: 'refused'; readonly text: string }
  /** Nothing came back; it may have been carried out. */
  | { readonly is: 'unknown'; readonly text: string };

/** Calls other systems. */
export type HttpCaller = (call: HttpCall) => Promise<HttpOutcome>;

/**
 * @param options.allowLocal also calls addresses of this machine; for tests and for gateways that run beside the worker
 */
export function createHttpCaller({ allowLocal = false }: { allowLocal?: boolean } = {}): HttpCaller {
  return async ({ method, url, headers, body }) => {
    if (!allowLocal && (await isForbidden(new URL(url).hostname)))
      return { is: 'refused', text: 'The address is one of this machine or of its surroundings; journeys may not call those.' };
    const request = { method, headers: { 'content-type': 'application/json', ...headers }, ...(body === null ? {} : { body }) };
    try {
      const response = await fetch(url, { ...request, redirect: 'error', signal: AbortSignal.timeout(CALL_MS) });
      return await read(response);
    } catch (error) {
      return unanswered(error);
    }
  };
}

async function isForbidden(hostname: string): Promise<boolean> {
  const host = hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) > 0 ? [{ address: host }] : await lookup(host, { all: true }).catch(() => []);
  return addresses.some(({ address }) => forbidden.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4'));
}

async function read(response: Response): Promise<HttpOutcome> {
  const text = (await response.text()).slice(0, LONGEST_ANSWER);
  const { status } = response;
  if (response.ok) return { is: 'answered', status, body: jsonIn(text) };
  const said = `HTTP ${status}${text === '' ? '' : `: ${text.slice(0, 200)}`}`;
  if (status === 429 || status === 503) return { is: 'not-sent', pauseMs: retryAfter(response), text: said };
  return status >= 500 ? { is: 'unknown', text: said } : { is: 'refused', text: said };
}

function jsonIn(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}

function retryAfter({ headers }: Response): number | null {
  const seconds = Number(headers.get('retry-after'));
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : null;
}

function unanswered(error: unknown): HttpOutcome {
  const cause = error instanceof Error && error.cause instanceof Error ? (error.cause as NodeJS.ErrnoException).code : undefined;
  const never = cause === 'ECONNREFUSED' || cause === 'ENOTFOUND' || cause === 'EAI_AGAIN' || cause === 'UND_ERR_CONNECT_TIMEOUT';
  const text = cause ?? (error instanceof Error ? error.message : String(error));
  return never ? { is: 'not-sent', pauseMs: null, text } : { is: 'unknown', text };
}
