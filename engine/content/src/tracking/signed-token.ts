import { createHmac, timingSafeEqual } from 'node:crypto';
import type { TokenKeys } from './token-keys.ts';

const MAC_BYTES = 16;
const LONGEST_TOKEN = 8_192;

/**
 * Seals a payload as `kid.payload.mac`: readable by everybody, changeable by nobody without the key. The mac is
 * HMAC-SHA256 over `kid.payload`, cut to 128 bit. Safe in URLs.
 */
export function signToken(keys: TokenKeys, payload: string): string {
  const body = `${keys.current}.${Buffer.from(payload, 'utf8').toString('base64url')}`;
  return `${body}.${mac(keys.secrets[keys.current] ?? '', body)}`;
}

/** The payload of a token that we sealed and nobody touched, else null. A token of a retired key is null too. */
export function readToken(keys: TokenKeys, token: string): string | null {
  if (token.length > LONGEST_TOKEN) return null;
  const [kid, payload, seal, ...rest] = token.split('.');
  if (kid === undefined || payload === undefined || seal === undefined || rest.length > 0) return null;
  const secret = Object.hasOwn(keys.secrets, kid) ? keys.secrets[kid] : undefined;
  if (secret === undefined) return null;
  // Compared as text, so that only the one spelling we wrote is accepted.
  const expected = Buffer.from(mac(secret, `${kid}.${payload}`));
  const given = Buffer.from(seal);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  return Buffer.from(payload, 'base64url').toString('utf8');
}

const mac = (secret: string, body: string): string => createHmac('sha256', secret).update(body).digest().subarray(0, MAC_BYTES).toString('base64url');
