import type { Instant, Millis } from '../model/index.ts';

/**
 * Whether one more message at `at` keeps every stretch of the length `per` down to `count` messages. Two messages exactly
 * `per` apart are not in one stretch. Looks both ways, so that a message does not take the place of a later one.
 * @param times of the other messages, in order
 */
export function fitsCap(times: readonly Instant[], at: Instant, { count, per }: { readonly count: number; readonly per: Millis }): boolean {
  const before = times.filter((time) => time <= at && time > at - per);
  const after = times.filter((time) => time > at && time < at + per);
  const near = [...before, at, ...after];
  // Only stretches with the new one in them: what others have done among themselves is not its concern.
  return before.concat(at).every((first, index) => {
    const last = index + count < before.length ? undefined : near[index + count];
    return last === undefined || last - first >= per;
  });
}

/** The first instant after `at` at which one more message fits; only the ends of stretches come into question. */
export function nextFit(times: readonly Instant[], at: Instant, cap: { readonly count: number; readonly per: Millis }): Instant {
  const ends = times.map((time) => time + cap.per).filter((end) => end > at);
  return ends.sort((left, right) => left - right).find((end) => fitsCap(times, end, cap)) ?? at;
}
