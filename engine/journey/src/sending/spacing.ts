import type { Instant, Millis } from '../model/index.ts';

/** At most `count` messages in any stretch of the length `per`. Two messages exactly `per` apart are not in one stretch. */
interface Spacing {
  readonly count: number;
  readonly per: Millis;
}

/**
 * Whether one more message at `at` keeps the spacing. Looks both ways, so that a message does not take the place of a later
 * one; what the others have done among themselves is not its concern.
 * @param times of the other messages, in order
 */
export function fitsCap(times: readonly Instant[], at: Instant, { count, per }: Spacing): boolean {
  const place = firstAfter(times, at);
  // The stretch that begins with `first` and has the new one in it: it holds `count` others if the last of them is near.
  for (let first = Math.max(0, place - count); first <= place; first += 1) {
    const begins = first === place ? at : (times[first] ?? at);
    const last = first + count > place ? times[first + count - 1] : at;
    if (last !== undefined && last - begins < per) return false;
  }
  return true;
}

/** The first instant after `at` at which one more message fits; only the ends of stretches come into question. */
export function nextFit(times: readonly Instant[], at: Instant, cap: Spacing): Instant {
  for (let place = firstAfter(times, at - cap.per); place < times.length; place += 1) {
    const end = (times[place] ?? 0) + cap.per;
    if (end > at && fitsCap(times, end, cap)) return end;
  }
  return at;
}

/** Where the first time after an instant stands. */
function firstAfter(times: readonly Instant[], at: Instant): number {
  let [from, to] = [0, times.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((times[middle] ?? 0) <= at) from = middle + 1;
    else to = middle;
  }
  return from;
}
