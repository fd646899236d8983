import type { StandInState } from '../state/state.ts';

const DAY_MS = 86_400_000;

/**
 * Whether a customer may still be sent a mass message: as many per month as the month has days, over all staff; an
 * administrator may set seven a week or one a day instead.
 */
export function isCapped(state: StandInState, external_userid: string, now: number): boolean {
  const { since, most } = windowOf(state.capRule, now);
  const received = state.massSends.flatMap(({ members }) =>
    members.flatMap(({ targets }) =>
      targets.filter((target) => target.external_userid === external_userid && target.status === 1 && (target.sentAt ?? 0) >= since),
    ),
  );
  return received.length >= most;
}

function windowOf(rule: StandInState['capRule'], now: number): { since: number; most: number } {
  const date = new Date(now);
  const month = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
  const nextMonth = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
  switch (rule) {
    case 'month':
      return { since: month, most: Math.round((nextMonth - month) / DAY_MS) };
    case 'week':
      return { since: now - 7 * DAY_MS, most: 7 };
    case 'day':
      return { since: now - (now % DAY_MS), most: 1 };
  }
}
