import type { Db } from '@tendril/db';
import type { FlowWindow } from '@tendril/db/queries';
import { DAY } from '@tendril/journey/model';
import { workspaceNow } from '../workspace-clock.ts';
import type { StoredJourney } from './find-journey.ts';

/** A part of a journey's history that numbers can be about. Days are workspace time; `version` is the live one. */
export const PERIODS = ['day', 'week', 'month', 'version'] as const;
export type Period = (typeof PERIODS)[number];

const DAYS = { day: 1, week: 7, month: 30 } as const;

/** What a period means now; without one everything counts. */
export async function flowWindow(
  { db, clock }: { readonly db: Pick<Db, 'client'>; readonly clock: { now(): number } },
  journey: Pick<StoredJourney, 'workspaceId' | 'liveVersion'>,
  period: Period | undefined,
): Promise<FlowWindow> {
  if (period === undefined) return { since: null, version: null };
  if (period === 'version') return { since: null, version: journey.liveVersion };
  const { now } = await workspaceNow(db.client, journey.workspaceId, clock.now());
  return { since: new Date(now - DAYS[period] * DAY), version: null };
}
