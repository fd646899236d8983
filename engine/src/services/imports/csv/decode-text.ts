import { analyse } from 'chardet';
import iconv from 'iconv-lite';

/** Encodings a person may choose for a file; the names are iconv's. */
export const ENCODINGS = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be', 'shift_jis', 'euc-kr', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** True if the name is one of `ENCODINGS`. */
export const isEncoding = (name: string): name is Encoding => (ENCODINGS as readonly string[]).includes(name);

/**
 * How far behind the best guess GB18030 may lie and still be taken. Short Chinese files look like several East Asian
 * encodings at once, and a Chinese Excel is by far the likeliest sender of a file that is not UTF-8.
 */
const GB_HANDICAP = 20;

const NAMES: Readonly<Record<string, Encoding>> = {
  GB18030: 'gb18030',
  Big5: 'big5',
  Shift_JIS: 'shift_jis',
  'EUC-KR': 'euc-kr',
  'windows-1252': 'windows-1252',
  'ISO-8859-1': 'windows-1252',
};

/** Reads the byte order mark, then tries strict UTF-8, then guesses from letter statistics. */
export function detectEncoding(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (isUtf8(bytes)) return 'utf-8';
  const guesses = analyse(bytes.subarray(0, 65_536)).flatMap(({ name, confidence }) => {
    const encoding = NAMES[name];
    return encoding === undefined ? [] : [{ encoding, confidence }];
  });
  const best = guesses[0];
  const chinese = guesses.find(({ encoding }) => encoding === 'gb18030');
  if (best === undefined) return 'gb18030';
  return chinese !== undefined && best.confidence - chinese.confidence <= GB_HANDICAP ? 'gb18030' : best.encoding;
}

/** The file's text without a byte order mark. Bytes that the encoding does not know become U+FFFD. */
export function decodeText(bytes: Uint8Array, encoding: Encoding): string {
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding, { stripBOM: true });
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
