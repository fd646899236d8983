import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * A number from 0 (included) to 1 (not included) that depends on nothing but the name: the same lead always falls into
 * the same part of the same experiment, on every machine and for ever.
 */
export function stableShare(name: string): number {
  const bytes = sha256(utf8ToBytes(name));
  return bytes.subarray(0, 6).reduce((value, byte) => value * 256 + byte, 0) / 2 ** 48;
}
