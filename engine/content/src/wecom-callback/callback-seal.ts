import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** The three values of a WeCom app's "receive messages" settings. */
export interface CallbackCredentials {
  readonly corpId: string;
  /** At most 32 characters. */
  readonly token: string;
  /** 43 characters of base64. */
  readonly aesKey: string;
}

/** The query of a callback. */
export interface CallbackQuery {
  readonly signature: string;
  readonly timestamp: string;
  readonly nonce: string;
}

/** What a sealed callback says, or why it is not believed. */
export type OpenedCallback =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: 'signature' | 'not-sealed-with-our-key' | 'another-corp' };

/** Opens and closes the envelopes in which WeCom and we exchange callbacks. */
export interface CallbackSeal {
  /** Checks the signature in constant time, decrypts, and checks that the message is meant for this corp. */
  open(query: CallbackQuery, encrypted: string): OpenedCallback;
  /** Seals a text as WeCom does. `random` gives the 16 bytes at the front and is for tests only. */
  close(text: string, query: { timestamp: string; nonce: string }, random?: Buffer): { readonly encrypted: string; readonly signature: string };
}

const BLOCK = 32;
const RANDOM_BYTES = 16;

/** A seal for one app. Throws if the AES key is not one: that is configuration. */
export function createCallbackSeal(credentials: CallbackCredentials): CallbackSeal {
  const key = Buffer.from(`${credentials.aesKey}=`, 'base64');
  if (credentials.aesKey.length !== 43 || key.length !== BLOCK) {
    throw new Error(`WECOM_AES_KEY must be the 43 characters WeCom shows as EncodingAESKey; it has ${credentials.aesKey.length}.`);
  }
  const sign = (timestamp: string, nonce: string, encrypted: string): string =>
    createHash('sha1').update([credentials.token, timestamp, nonce, encrypted].toSorted().join('')).digest('hex');

  return {
    open: (query, encrypted) => {
      if (!sameText(sign(query.timestamp, query.nonce, encrypted), query.signature)) return { ok: false, reason: 'signature' };
      const message = decrypt(key, encrypted);
      if (message === null) return { ok: false, reason: 'not-sealed-with-our-key' };
      return message.receiver === credentials.corpId ? { ok: true, text: message.text } : { ok: false, reason: 'another-corp' };
    },
    close: (text, { timestamp, nonce }, random = randomBytes(RANDOM_BYTES)) => {
      const encrypted = encrypt(key, text, credentials.corpId, random);
      return { encrypted, signature: sign(timestamp, nonce, encrypted) };
    },
  };
}

// WeCom pads to 32 bytes, not to AES's 16, so Node's own padding refuses it.
function encrypt(key: Buffer, text: string, receiver: string, random: Buffer): string {
  const words = Buffer.from(text, 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(words.length);
  const plain = Buffer.concat([random, length, words, Buffer.from(receiver, 'utf8')]);
  const pad = BLOCK - (plain.length % BLOCK);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(plain), cipher.update(Buffer.alloc(pad, pad)), cipher.final()]).toString('base64');
}

function decrypt(key: Buffer, encrypted: string): { readonly text: string; readonly receiver: string } | null {
  const sealed = Buffer.from(encrypted, 'base64');
  if (sealed.length === 0 || sealed.length % 16 !== 0) return null;
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const plain = Buffer.concat([decipher.update(sealed), decipher.final()]);
  const pad = plain.at(-1) ?? 0;
  if (pad < 1 || pad > BLOCK || pad > plain.length || plain.subarray(-pad).some((byte) => byte !== pad)) return null;
  const content = plain.subarray(0, plain.length - pad);
  if (content.length < RANDOM_BYTES + 4) return null;
  const length = content.readUInt32BE(RANDOM_BYTES);
  const start = RANDOM_BYTES + 4;
  if (start + length > content.length) return null;
  return { text: content.toString('utf8', start, start + length), receiver: content.toString('utf8', start + length) };
}

const sameText = (one: string, other: string): boolean => {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
};
