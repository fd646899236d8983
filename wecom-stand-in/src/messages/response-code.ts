import { randomBytes } from 'node:crypto';
import { change, type StandIn } from '../stand-in.ts';

/** Response codes of cards live this long and are good for one update. */
const CODE_LIFE_MS = 72 * 3_600_000;

/** A code with which the card of a message can be updated once. */
export function newResponseCode(standIn: StandIn, msgid: string): string {
  const code = randomBytes(24).toString('base64url');
  const now = standIn.now();
  change(standIn, (state) => {
    state.responseCodes = [...state.responseCodes.filter((one) => one.expiresAt > now), { code, msgid, expiresAt: now + CODE_LIFE_MS, usedAt: null }];
  });
  return code;
}
