import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Program } from '../model/index.ts';
import { canonicalJson } from './canonical-json.ts';

/** Pass 8: the name of a program: the SHA-256 of its canonical JSON, `hash` left out, in lower-case hex. */
export function hashProgram(program: Omit<Program, 'hash'>): string {
  const { format, programVersion, settings, entries, interrupts, nodes, reads } = program;
  return bytesToHex(sha256(utf8ToBytes(canonicalJson({ format, programVersion, settings, entries, interrupts, nodes, reads }))));
}
