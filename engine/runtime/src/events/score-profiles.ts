import { sumPoints } from '@tendril/db/queries';
import { type ScoreRule, scoreProfile } from '@tendril/scoring';
import { profileOf } from '../leads/lead-row.ts';
import type { Work } from '../work/work.ts';
import { addPoints } from './score-events.ts';

/** Brings the fit of leads in line with who they are. The leads are locked. @returns how many were out of line */
export async function scoreProfiles(work: Work, leadIds: readonly string[], rules: readonly ScoreRule[]): Promise<number> {
  const ids = [...new Set(leadIds.map((id) => work.leads.require(id).id))];
  const keys = rules.filter((rule) => rule.trigger.on === 'profile').map((rule) => rule.key);
  const held = Map.groupBy(await sumPoints(work.tx, ids, keys), (row) => row.leadId);
  let changed = 0;
  for (const id of ids) {
    const points = new Map((held.get(id) ?? []).map((row) => [row.ruleKey, row.points]));
    const entries = scoreProfile(rules, profileOf(work.leads.require(id)), points, work.now);
    for (const entry of entries) addPoints(work, id, entry);
    if (entries.length > 0) changed += 1;
  }
  return changed;
}
