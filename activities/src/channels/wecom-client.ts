import type { WecomSettings } from '@tendril/db';
import type { z } from 'zod';
import { createCallSlots } from './call-slots.ts';
import type { WecomCall } from './wecom-calls.ts';
import { WecomError } from './wecom-error.ts';
import { createTokenSource } from './wecom-token.ts';
import { exchange } from './wecom-transport.ts';

/** How long a call may take, in ms; connecting alone may take ten seconds. */
const PATIENCE_MS = 15_000;
/** Calls of one path at a time; WeCom answers more with 45033 and does not say how many more. */
const AT_ONCE = 4;

/** Calls of WeCom's server API with the token looked after. */
export interface WecomClient {
  /** @throws WecomError */
  call<Shape extends z.ZodType>(call: WecomCall<Shape>, input: Readonly<Record<string, unknown>>): Promise<z.output<Shape>>;
}

/** What a client needs besides an app's settings; all of it has a default for production. */
export interface WecomClientOptions {
  /** Real ms. */
  readonly now?: () => number;
  /** How long an answer may take, in ms. */
  readonly patience?: number;
}

/**
 * A thin client of one self-built app. The token is fetched once for all callers, renewed before it ends, and renewed at
 * most once per call when WeCom says that it is no longer good.
 */
export function createWecomClient(
  { baseUrl, corpId, secret }: Pick<WecomSettings, 'baseUrl' | 'corpId' | 'secret'>,
  { now = Date.now, patience = PATIENCE_MS }: WecomClientOptions = {},
): WecomClient {
  const tokens = createTokenSource({ baseUrl, corpId, secret, patience }, now);
  const slots = createCallSlots(AT_ONCE);
  return {
    call: (call, input) =>
      slots(call.path, async () => {
        for (let renewed = false; ; renewed = true) {
          const token = await tokens.token();
          try {
            return await exchange({ call, baseUrl, query: { access_token: token }, input, patience });
          } catch (error) {
            const stale = error instanceof WecomError && error.class === 'refresh-token';
            if (!stale || renewed) throw error;
            tokens.reject(token);
          }
        }
      }),
  };
}
