import type { AdvanceRequest, EffectRequest, WireDirective } from '@tendril/journey/wire';

/** Activities on the queue of the runs themselves. */
export interface RunActivities {
  /** Decides one step in one transaction, exactly once; a repeated call gets the recorded answer. */
  advance(request: AdvanceRequest): Promise<WireDirective>;
}

/** An external effect: carries out what `step` decided, records what came of it and answers the next directive. */
export type EffectActivity = (request: EffectRequest) => Promise<WireDirective>;
