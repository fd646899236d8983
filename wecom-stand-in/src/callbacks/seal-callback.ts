import { createCipheriv, createHash, randomBytes } from 'node:crypto';

const BLOCK = 32;

/** What a callback is sealed with. */
export interface SealKeys {
  readonly corpId: string;
  readonly token: string;
  /** 43 characters of base64. */
  readonly aesKey: string;
}

/** Seals a callback as WeCom does: AES-256-CBC with blocks of 32 bytes, signed with SHA-1 over the sorted parts. */
export function sealCallback(keys: SealKeys, text: string, query: { timestamp: string; nonce: string }): { encrypted: string; signature: string } {
  const key = Buffer.from(`${keys.aesKey}=`, 'base64');
  const words = Buffer.from(text, 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(words.length);
  const plain = Buffer.concat([randomBytes(16), length, words, Buffer.from(keys.corpId, 'utf8')]);
  const padding = BLOCK - (plain.length % BLOCK);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const encrypted = Buffer.concat([cipher.update(Buffer.concat([plain, Buffer.alloc(padding, padding)])), cipher.final()]).toString('base64');
  const signature = createHash('sha1').update([keys.token, query.timestamp, query.nonce, encrypted].toSorted().join('')).digest('hex');
  return { encrypted, signature };
}
