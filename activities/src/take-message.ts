import { setTimeout as sleep } from 'node:timers/promises';
import type { EffectRequest } from '@tendril/journey/wire';
import type { MessageClaim } from '@tendril/runtime';
import type { EffectParts } from './effect-parts.ts';
import { tryAgain } from './failures.ts';

/** A turn so near is waited for; one further away gives the place on the queue to others. Real ms. */
const PATIENCE_MS = 2_000;

/**
 * Takes the planned message of a step when it is its destination's turn.
 * @throws ApplicationFailure (retryable, at the turn) while others are before it
 */
export async function takeMessage(parts: EffectParts, request: EffectRequest): Promise<Exclude<MessageClaim, { state: 'not-yet' }>> {
  const claim = await parts.runtime.claimMessage(request);
  if (claim.state !== 'not-yet') return claim;
  const { waitMs, destination } = claim;
  if (waitMs > PATIENCE_MS) throw tryAgain('destination.busy', `Others go to ${destination} before it.`, waitMs);
  await sleep(waitMs);
  return takeMessage(parts, request);
}
