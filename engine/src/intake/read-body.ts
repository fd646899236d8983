import { promisify } from 'node:util';
import { gunzip, inflate } from 'node:zlib';

/** Largest body as sent, and as it is once unpacked, in bytes. */
export const BODY_LIMIT = { packed: 1024 * 1024, unpacked: 5 * 1024 * 1024 } as const;

/** The body is no JSON, or larger than `BODY_LIMIT` once unpacked. */
export class UnreadableBody extends Error {
  override readonly name = 'UnreadableBody';
  readonly statusCode: 400 | 413 | 415;

  constructor(statusCode: 400 | 413 | 415, message: string) {
    super(message);
    this.statusCode = statusCode;
  }
}

const unpackers = { gzip: promisify(gunzip), deflate: promisify(inflate) } as const;

/**
 * Unpacks and parses a body, whatever its content type says: browsers send JSON as text to avoid a preflight.
 * @throws UnreadableBody
 */
export async function readBody(bytes: Buffer, encoding: string | undefined): Promise<unknown> {
  const text = (await unpack(bytes, encoding)).toString('utf8');
  try {
    const value: unknown = JSON.parse(text);
    return text.includes('\\u0000') ? withoutNul(value) : value;
  } catch {
    throw new UnreadableBody(400, 'The body is not valid JSON.');
  }
}

async function unpack(bytes: Buffer, encoding: string | undefined): Promise<Buffer> {
  if (encoding === undefined || encoding === 'identity') return bytes;
  const unpacker = encoding === 'gzip' || encoding === 'x-gzip' ? unpackers.gzip : encoding === 'deflate' ? unpackers.deflate : null;
  if (unpacker === null) throw new UnreadableBody(415, `Bodies encoded as ${encoding} are not read; send gzip, deflate or none.`);
  try {
    return await unpacker(bytes, { maxOutputLength: BODY_LIMIT.unpacked });
  } catch (error) {
    const tooLarge = error instanceof RangeError;
    throw tooLarge
      ? new UnreadableBody(413, `The body is larger than ${BODY_LIMIT.unpacked} bytes once unpacked.`)
      : new UnreadableBody(400, `The body is not valid ${encoding}.`);
  }
}

/** PostgreSQL cannot store U+0000; one in a batch must not keep all the others out. */
function withoutNul(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\u0000', '');
  if (Array.isArray(value)) return value.map(withoutNul);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key.replaceAll('\u0000', ''), withoutNul(part)]));
}
