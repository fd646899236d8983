import type { Db } from '@tendril/db';
import { watchTrial } from '../services/publishing/watch-trial.ts';
import type { JobKind } from './job-runner.ts';

/** How often the numbers of a trial are looked at, in real ms. */
const LOOK_EVERY_MS = 5_000;

/** Looks at the numbers of every version on trial and stops those that overstep a limit. Several processes take turns. */
export function trialJobs(parts: { readonly db: Db; readonly clock: { now(): number } }): JobKind {
  const { client } = parts.db;
  return {
    name: 'trials',
    claim: async () => {
      const now = parts.clock.now();
      const due = { status: 'running', OR: [{ checkedAt: null }, { checkedAt: { lte: new Date(now - LOOK_EVERY_MS) } }] };
      const canary = await client.canary.findFirst({ where: due, orderBy: { startedAt: 'asc' }, select: { id: true } });
      if (canary === null) return null;
      const { id } = canary;
      const { count } = await client.canary.updateMany({ where: { id, ...due }, data: { checkedAt: new Date(now) } });
      return count === 1 ? { id, run: async () => void (await watchTrial(parts, id)) } : null;
    },
    // What was not looked at now is looked at next time.
    release: async () => undefined,
    fail: async () => undefined,
  };
}
