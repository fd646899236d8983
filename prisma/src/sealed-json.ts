import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Marks how a value was sealed, so that a later way can be told from this one. */
const FORMAT = 'v1';

const keyOf = (secret: string): Buffer => Buffer.from(hkdfSync('sha256', secret, 'tendril', 'sealed-json', 32));

/**
 * Encrypts a JSON value with AES-256-GCM under the installation's secret.
 * @returns `v1.<iv>.<tag>.<ciphertext>`, each in base64url
 */
export function sealJson(secret: string, value: unknown): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), iv);
  const body = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
  return [FORMAT, iv.toString('base64url'), cipher.getAuthTag().toString('base64url'), body.toString('base64url')].join('.');
}

/**
 * Decrypts what `sealJson` made.
 * @throws Error if the secret is another one or the text was changed
 */
export function unsealJson(secret: string, sealed: string): unknown {
  const [format, iv, tag, body] = sealed.split('.');
  if (format !== FORMAT || iv === undefined || tag === undefined || body === undefined)
    throw new Error('A stored secret is not in a form this version can read.');
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret), Buffer.from(iv, 'base64url'));
  decipher.setAuthTag(Buffer.from(tag, 'base64url'));
  try {
    return JSON.parse(Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]).toString('utf8'));
  } catch {
    throw new Error('A stored secret cannot be opened: TENDRIL_SECRET is not the one it was sealed with.');
  }
}
