import type { JsonObject } from '@tendril/journey/model';
import type { Settlement } from '@tendril/runtime';
import type { EffectParts } from '../effect-parts.ts';
import type { Performed } from '../implement-node.ts';

/** Writes into the ledger what became of a message, and says the same to the journey. */
export async function settle({ runtime }: EffectParts, settlement: Settlement, more: JsonObject = {}): Promise<Performed> {
  await runtime.settleMessage(settlement);
  const { messageId, status, reason } = settlement;
  return {
    outcome: status,
    result: { messageId, ...(reason === undefined ? {} : { reason: { code: reason.code, params: reason.params } }), ...more },
  };
}
