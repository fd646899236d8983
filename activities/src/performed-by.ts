import type { MessageClaim } from '@tendril/runtime';
import type { Performed } from './implement-node.ts';

/** Nothing was done, because the journey is paused; the runtime keeps the effect for later. */
export const HELD: Performed = { outcome: '$held' };

/** Nothing was done, because the rules hold the message back by now; its step decides anew. */
export const DEFERRED: Performed = { outcome: '$deferred' };

/** What an earlier attempt, or the ledger's last check, has already made of a message. */
export function performedBy(claim: Exclude<MessageClaim, { state: 'claimed' | 'not-yet' }>): Performed {
  if (claim.state === 'held') return HELD;
  if (claim.state === 'deferred') return DEFERRED;
  const { messageId } = claim;
  if (claim.state === 'handed-over') return { outcome: 'created', result: { messageId } };
  const { status, reason } = claim;
  return { outcome: status, result: { messageId, ...(reason === null ? {} : { reason: { code: reason.code, params: reason.params } }) } };
}
