import { MINUTE } from '@tendril/journey/model';

/** How pressing a deadline is. */
export type Urgency = 'calm' | 'soon' | 'urgent' | 'over';

interface Deadline {
  /** All in ms since 1970 on the workspace's clock. */
  readonly since: number;
  readonly due: number;
  readonly now: number;
}

/** Shares of the time given, and lengths that are short however much was given. */
const URGENT = { share: 0.15, ms: 5 * MINUTE };
const SOON = { share: 0.4, ms: 15 * MINUTE };

/**
 * Tells how pressing a deadline is: by the share of the time that is left, or because little is left at all. The share
 * keeps the colours meaningful whether an hour or a week was given.
 */
export function urgencyOf({ since, due, now }: Deadline): Urgency {
  const left = due - now;
  if (left <= 0) return 'over';
  const share = due > since ? left / (due - since) : 1;
  if (share <= URGENT.share || left <= URGENT.ms) return 'urgent';
  if (share <= SOON.share || left <= SOON.ms) return 'soon';
  return 'calm';
}
