import type { Work } from '../work/work.ts';
import { matchEntries, matchNewLeads } from './match-entries.ts';
import { matchWaits } from './match-waits.ts';
import { reactToEvents } from './react-to-events.ts';
import { byTime, type RecordedEvent } from './recorded-event.ts';
import { loadRules, scoreEvents } from './score-events.ts';
import { scoreProfiles } from './score-profiles.ts';

/** What has just happened to leads that are locked. */
export interface Happenings {
  readonly events: readonly RecordedEvent[];
  readonly created: readonly string[];
  readonly profileChanged: readonly string[];
}

/**
 * Everything that events cause, in this order: consents and friendships, points, waits that end, journeys that start.
 * The same for events from outside and for those a journey or a colleague causes.
 * @returns the runs started
 */
export async function followUp(work: Work, { events, created, profileChanged }: Happenings): Promise<readonly string[]> {
  const ordered = [...events].sort(byTime);
  await reactToEvents(work, ordered);
  const rules = ordered.length > 0 || profileChanged.length > 0 ? await loadRules(work) : [];
  await scoreProfiles(work, profileChanged, rules);
  await scoreEvents(work, ordered, rules);
  await matchWaits(work, ordered);
  return [...(await matchNewLeads(work, created)), ...(await matchEntries(work, ordered))];
}
