import type { StandInState } from '../state/state.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Days and months begin at midnight in China. */
const CHINA_MS = 8 * HOUR_MS;

/** Mass messages a customer has received in the current period, and how many it may receive. */
export interface Reception {
  readonly received: number;
  readonly most: number;
}

/**
 * How much of its allowance a customer has used: as many mass messages per month as the month has days, over all staff;
 * an administrator may set seven a week or one a day instead.
 */
export function receptionOf(state: StandInState, external_userid: string, now: number): Reception {
  const { since, most } = windowOf(state.capRule, now);
  let received = 0;
  for (const { members } of state.massSends) {
    for (const { targets } of members) {
      for (const target of targets) {
        if (target.external_userid === external_userid && target.status === 1 && (target.sentAt ?? 0) >= since) received += 1;
      }
    }
  }
  return { received, most };
}

function windowOf(rule: StandInState['capRule'], now: number): { readonly since: number; readonly most: number } {
  const local = new Date(now + CHINA_MS);
  const startOf = (month: number, day: number): number => Date.UTC(local.getUTCFullYear(), month, day) - CHINA_MS;
  const [month, day] = [local.getUTCMonth(), local.getUTCDate()];
  switch (rule) {
    case 'month':
      return { since: startOf(month, 1), most: Math.round((startOf(month + 1, 1) - startOf(month, 1)) / DAY_MS) };
    case 'week': {
      const sinceMonday = (local.getUTCDay() + 6) % 7;
      return { since: startOf(month, day - sinceMonday), most: 7 };
    }
    case 'day':
      return { since: startOf(month, day), most: 1 };
  }
}
