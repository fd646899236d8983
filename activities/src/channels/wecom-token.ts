import { z } from 'zod';
import type { WecomCall } from './wecom-calls.ts';
import { WecomError } from './wecom-error.ts';
import { exchange } from './wecom-transport.ts';

/** A token is renewed this long before it expires, in ms. */
const RENEW_BEFORE_MS = 300_000;
/** After a wrong secret nobody asks again for this long (ms): several wrong ones get our address blocked for an hour. */
const PAUSE_AFTER_REFUSAL_MS = 600_000;

const getToken: WecomCall<z.ZodObject<{ access_token: z.ZodString; expires_in: z.ZodNumber }>> = {
  method: 'GET',
  path: 'gettoken',
  repeatable: true,
  answer: z.object({ access_token: z.string().min(1), expires_in: z.number() }),
};

/** Where a client gets its access token. */
export interface TokenSource {
  /** A token that should be good. Callers at the same time share one question. @throws WecomError */
  token(): Promise<string>;
  /** Says that a token is no longer good. Only that one is thrown away: somebody may have renewed it meanwhile. */
  reject(token: string): void;
}

/** The token of one app, kept in memory. WeCom gives the same one to every asker while it is valid, so processes need not share it. */
export function createTokenSource(
  app: { readonly baseUrl: string; readonly corpId: string; readonly secret: string; readonly patience: number },
  now: () => number,
): TokenSource {
  let known: { readonly value: string; readonly until: number } | null = null;
  let fetching: Promise<string> | null = null;
  let refusal: { readonly error: WecomError; readonly until: number } | null = null;

  const fetchToken = async (): Promise<string> => {
    const { baseUrl, corpId, secret, patience } = app;
    try {
      const query = { corpid: corpId, corpsecret: secret };
      const { access_token, expires_in } = await exchange({ call: getToken, baseUrl, query, input: {}, patience });
      known = { value: access_token, until: now() + Math.max(expires_in * 1_000 - RENEW_BEFORE_MS, 0) };
      return access_token;
    } catch (error) {
      if (error instanceof WecomError && error.class === 'config') refusal = { error, until: now() + PAUSE_AFTER_REFUSAL_MS };
      throw error;
    }
  };

  return {
    token: () => {
      if (known !== null && known.until > now()) return Promise.resolve(known.value);
      if (refusal !== null && refusal.until > now()) return Promise.reject(refusal.error);
      fetching ??= fetchToken().finally(() => {
        fetching = null;
      });
      return fetching;
    },
    reject: (token) => {
      if (known?.value === token) known = null;
    },
  };
}
