import type { MovePlan } from '@tendril/journey/versions';
import type { GuardLimits } from './guard-metrics.ts';

/** A trial: the share of leads coming in that goes through the new version first, and what stops it by itself. */
export interface CanaryChoice {
  /** 1 to 99. */
  readonly percent: number;
  readonly limits: GuardLimits;
}

/** What a marketer says when publishing. It is kept as said while something waits for its time, a second person or a trial. */
export interface PublishChoices {
  /** What changed, and why. */
  readonly note: string;
  /** Let leads in that are in the workspace already and match an entry for new leads. */
  readonly enrolMatching: boolean;
  /** What becomes of the leads inside. */
  readonly plan: MovePlan;
  /** Null: the version is for all leads that come in. */
  readonly canary: CanaryChoice | null;
}
