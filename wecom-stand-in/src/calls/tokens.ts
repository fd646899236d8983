import { randomBytes } from 'node:crypto';
import { change, type StandIn } from '../stand-in.ts';
import { type Answer, ok, refuse } from './answer.ts';

const LIFE_MS = 7_200_000;

/** GET gettoken. The same token is given again while it is valid; its life is not extended. */
export function getToken(standIn: StandIn, query: { corpid?: string; corpsecret?: string }): Answer {
  const { corpId, secret } = standIn.settings;
  if (query.corpid === undefined) return refuse(41002, 'corpid missing');
  if (query.corpsecret === undefined) return refuse(41004, 'corpsecret missing');
  if (query.corpid !== corpId) return refuse(40013, 'invalid corpid');
  if (query.corpsecret !== secret) return refuse(40001, 'invalid credential');
  const now = standIn.now();
  const valid = standIn.store.state.tokens.find((token) => !token.revoked && token.expiresAt > now);
  if (valid !== undefined) return ok({ access_token: valid.value, expires_in: Math.floor((valid.expiresAt - now) / 1_000) });
  const value = randomBytes(64).toString('base64url');
  change(standIn, (state) => {
    // Expired ones are kept for a while: they answer 42001, not 40014.
    state.tokens = [...state.tokens.filter((token) => token.expiresAt > now - LIFE_MS), { value, expiresAt: now + LIFE_MS, revoked: false }];
  });
  return ok({ access_token: value, expires_in: LIFE_MS / 1_000 });
}

/** Why a token opens nothing, or null if it does. */
export function judgeToken({ store, now }: StandIn, value: string | undefined): Answer | null {
  if (value === undefined || value === '') return refuse(41001, 'access_token missing');
  const token = store.state.tokens.find((one) => one.value === value);
  if (token === undefined || token.revoked) return refuse(40014, 'invalid access_token');
  return token.expiresAt <= now() ? refuse(42001, 'access_token expired') : null;
}

/** Ends every token early, as WeCom may at any time: revoked ones answer 40014, expired ones 42001. */
export function endTokens(standIn: StandIn, how: 'revoke' | 'expire'): void {
  const now = standIn.now();
  change(standIn, ({ tokens }) => {
    for (const token of tokens) {
      if (how === 'revoke') token.revoked = true;
      else token.expiresAt = Math.min(token.expiresAt, now);
    }
  });
}
