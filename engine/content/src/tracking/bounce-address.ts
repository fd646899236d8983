import { createHmac, timingSafeEqual } from 'node:crypto';
import { type TokenKeys, tokenKeys } from './token-keys.ts';

/** Writes and reads return paths that name the message (VERP), so that a bounce tells which mail it is about. */
export interface BounceAddresses {
  /** `b+<message id>.<seal>@domain`. The message id is a UUID. */
  of(messageId: string): string;
  /** The message id, or null if the address is not one of ours. */
  read(address: string): string | null;
}

const SEAL_DIGITS = 16;
const LOCAL_PART = /^b\+([0-9a-f]{32})\.([0-9a-f]{16})@(.+)$/;

/** Return paths below one mail domain. Hex throughout: some servers change the case of a local part. */
export function createBounceAddresses(options: { domain: string; keys: TokenKeys }): BounceAddresses {
  const keys = tokenKeys(options.keys);
  const domain = options.domain.toLowerCase();
  const seal = (secret: string, id: string): string => createHmac('sha256', secret).update(`bounce.${id}`).digest('hex').slice(0, SEAL_DIGITS);
  return {
    of: (messageId) => {
      const id = messageId.replaceAll('-', '').toLowerCase();
      return `b+${id}.${seal(keys.secrets[keys.current] ?? '', id)}@${domain}`;
    },
    read: (address) => {
      const [, id, given, host] = LOCAL_PART.exec(address.trim().toLowerCase()) ?? [];
      if (id === undefined || given === undefined || host !== domain) return null;
      const ours = Object.values(keys.secrets).some((secret) => timingSafeEqual(Buffer.from(seal(secret, id)), Buffer.from(given)));
      return ours ? id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') : null;
    },
  };
}
