import type { SendingRules } from '@tendril/journey/model';

/** What all journeys of the workspace together may send. */
export interface SendingRulesView {
  readonly rules: SendingRules;
  /** What we advise to begin with. */
  readonly usual: SendingRules;
  /** Messages that are held back now. */
  readonly held: number;
}
