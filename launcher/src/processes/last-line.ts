import { readFileSync } from 'node:fs';

const LONGEST = 300;

/** The last complaint of a process, else the last thing it said, as the tail of a sentence: `: <line>.`, or `.` for nothing. */
export function lastLine(logFile: string): string {
  let log = '';
  try {
    log = readFileSync(logFile, 'utf8');
  } catch {
    // No log, nothing to quote.
  }
  const lines = log
    .trimEnd()
    .split('\n')
    .slice(-50)
    .filter((candidate) => /\w/.test(candidate) && !/^\s+at /.test(candidate));
  const line = lines.findLast((candidate) => /\b(\w*error|cannot|failed|refused)\b/i.test(candidate)) ?? lines.at(-1);
  if (line === undefined) return '.';
  const quoted = line.trim().slice(0, LONGEST);
  return /[.!?]$/.test(quoted) ? `: ${quoted}` : `: ${quoted}.`;
}
