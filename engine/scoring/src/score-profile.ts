import { evaluate } from '@tendril/journey/conditions';
import type { Instant, Json, LeadView } from '@tendril/journey/model';
import type { ProfileRule, ScoreRule } from './score-rule.ts';
import type { LedgerEntry } from './score-state.ts';

/** Who a lead is: all that profile rules may look at. */
export interface Profile {
  readonly attributes: { readonly [field: string]: Json };
  readonly company: { readonly [field: string]: Json } | null;
}

/** Points that the ledger holds per rule, all rows added up. */
export type HeldPoints = ReadonlyMap<string, number>;

/**
 * The ledger rows that bring fit in line with the profile: a rule that has become true adds its points, one that is no
 * longer true (or was switched off, or is worth something else now) gives back the difference. Nothing if all is in line.
 */
export function scoreProfile(rules: readonly ScoreRule[], profile: Profile, held: HeldPoints, now: Instant): readonly LedgerEntry[] {
  const lead = asLead(profile);
  return rules
    .filter((rule): rule is ProfileRule => rule.trigger.on === 'profile')
    .map((rule) => {
      const due = rule.enabled && evaluate(rule.trigger.where, lead, now) === true ? rule.points : 0;
      return { dimension: rule.dimension, points: due - (held.get(rule.key) ?? 0), ruleKey: rule.key, at: now };
    })
    .filter((entry) => entry.points !== 0);
}

/** Whether anything is known by which a lead can be judged to fit at all. */
export function isProfileKnown(profile: Profile): boolean {
  const known = (field: string): boolean => profile.attributes[field] !== undefined && profile.attributes[field] !== null;
  return profile.company !== null || known('title') || known('industry');
}

function asLead(profile: Profile): LeadView {
  return {
    id: '',
    ...profile,
    tags: {},
    score: { fit: 0, interest: 0, behaviour: 0, stage: 0, total: 0 },
    grade: null,
    intent: 'none',
    stage: '',
    pool: '',
    owner: null,
    timeZone: null,
    locale: null,
    consent: {},
    reachable: {},
    events: [],
  };
}
