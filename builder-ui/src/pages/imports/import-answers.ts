import type { Answers } from '../../api/trpc.ts';

export type ImportJob = Answers['imports']['get'];
export type ImportPreview = Answers['imports']['preview'];
export type ImportLine = Answers['imports']['rows']['rows'][number];

/** Encodings that a file can be read in again. */
export const ENCODINGS = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be', 'shift_jis', 'euc-kr', 'windows-1252'] as const;
