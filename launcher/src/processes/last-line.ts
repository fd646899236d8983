import { readFileSync } from 'node:fs';

const LONGEST = 300;

/** The last thing a process said, as the tail of a sentence: `: <line>.`, or `.` if it said nothing. */
export function lastLine(logFile: string): string {
  let log = '';
  try {
    log = readFileSync(logFile, 'utf8');
  } catch {
    // No log, nothing to quote.
  }
  const line = log
    .trimEnd()
    .split('\n')
    .findLast((candidate) => candidate.trim() !== '' && !/^\s+at /.test(candidate));
  if (line === undefined) return '.';
  const quoted = line.trim().slice(0, LONGEST);
  return /[.!?]$/.test(quoted) ? `: ${quoted}` : `: ${quoted}.`;
}
