import { DAY, type Instant, type Millis } from '@tendril/journey/model';
import { decayed } from './decay.ts';

/** A tag keeps 70 % of its weight over a week. */
export const TAG_HALF_LIFE: Millis = (7 * DAY * Math.log(0.5)) / Math.log(0.7);

/** What one behaviour says about a topic. */
export interface TagEvidence {
  /** When it happened. */
  readonly at: Instant;
  /** Weight of the touchpoint, 0 to 1: the address decides how much a behaviour counts, its content which tag it is. */
  readonly urlWeight: number;
  /** Weight of the kind of behaviour, 0 to 1: a trial says more than a glance. */
  readonly behaviourWeight: number;
}

/** Tag weight = fading by time × weight of the address × weight of the behaviour. */
export function tagWeight(evidence: TagEvidence, now: Instant): number {
  return decayed(evidence.urlWeight * evidence.behaviourWeight, evidence.at, now, TAG_HALF_LIFE);
}
