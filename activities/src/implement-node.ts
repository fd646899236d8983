import type { JsonObject } from '@tendril/journey/model';
import type { EffectQueue, EffectRequest } from '@tendril/journey/wire';
import type { EffectParts } from './effect-parts.ts';

/** What came of an effect: the node's `resume` gets it as the fact `performed`. */
export interface Performed {
  readonly outcome: string;
  readonly result?: JsonObject;
}

/** The outside half of a node type: how one of its effects is carried out. */
export interface EffectImplementation {
  /** Name by which the machine asks for it; the activity has the same. */
  readonly effect: string;
  /** Task queue it runs on. */
  readonly queue: EffectQueue;
  /**
   * Carries the effect out, at most once per request even if called again: what must not happen twice is guarded by a
   * row of the database. A retryable failure is thrown; whatever the journey may branch on is answered.
   * @throws ApplicationFailure (retryable or not) by the class of the error
   */
  readonly perform: (parts: EffectParts, request: EffectRequest) => Promise<Performed>;
}

/** Declares how an effect is carried out. The built-in effects use it and have no other way in. */
export function implementNode(implementation: EffectImplementation): EffectImplementation {
  if (!/^[a-z][A-Za-z0-9]*$/.test(implementation.effect)) throw new TypeError(`Effect "${implementation.effect}" must be camelCase.`);
  return implementation;
}
