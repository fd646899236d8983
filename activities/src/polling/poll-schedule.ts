const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** Pauses between looks at a task, in real ms; the last one repeats. A colleague who is at the phone confirms in the first minutes. */
const PAUSES = [
  2 * SECOND,
  3 * SECOND,
  5 * SECOND,
  10 * SECOND,
  30 * SECOND,
  MINUTE,
  2 * MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  60 * MINUTE,
] as const;

/** How many looks a demo keeps at the shortest pauses: its days pass in seconds, so that an hour's pause would be a year. */
const DEMO_LONGEST = 3 * SECOND;

/** When a new task is looked at first. */
export function firstPollAt(now: number): Date {
  return new Date(now + PAUSES[0]);
}

/** When a task that has been looked at `polls` times is looked at again. */
export function nextPollAt(now: number, polls: number, kind: string): Date {
  const pause = PAUSES[Math.min(polls, PAUSES.length - 1)] ?? PAUSES[0];
  return new Date(now + (kind === 'demo' ? Math.min(pause, DEMO_LONGEST) : pause));
}
