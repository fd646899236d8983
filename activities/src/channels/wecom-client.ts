import type { WecomSettings } from '@tendril/db';
import { z } from 'zod';
import { classifyErrcode, type ErrcodeClass } from './wecom-errcode.ts';

/** How long a call may take, in ms. */
const CALL_MS = 15_000;
/** A token is renewed this long before it expires, in ms. */
const RENEW_BEFORE_MS = 300_000;

const Answer = z.looseObject({ errcode: z.number().default(0), errmsg: z.string().default('') });
const Token = Answer.extend({ access_token: z.string().min(1), expires_in: z.number() });

/** A call that WeCom did not answer with errcode 0, or did not answer at all. Carries no secret. */
export class WecomError extends Error {
  override readonly name = 'WecomError';
  readonly class: Exclude<ErrcodeClass, 'ok'> | 'no-connection' | 'no-answer';
  readonly errcode: number | null;

  constructor(kind: WecomError['class'], message: string, errcode: number | null = null) {
    super(message);
    this.class = kind;
    this.errcode = errcode;
  }
}

/** Calls of WeCom's server API with the token looked after. */
export interface WecomClient {
  /** @throws WecomError */
  call<Shape extends z.ZodType>(path: string, body: object, answer: Shape): Promise<z.output<Shape>>;
}

/**
 * A thin client of one self-built app. The token is fetched once for all callers, renewed before it ends, and renewed at
 * most once per call when WeCom says that it is no longer good.
 * @param now real ms
 */
export function createWecomClient(settings: WecomSettings, now: () => number = Date.now): WecomClient {
  let token: { readonly value: string; readonly until: number } | null = null;
  let fetching: Promise<string> | null = null;

  const fetchToken = async (): Promise<string> => {
    const query = new URLSearchParams({ corpid: settings.corpId, corpsecret: settings.secret });
    const { access_token, expires_in } = read(Token, await ask(`${settings.baseUrl}/cgi-bin/gettoken?${query}`, null));
    token = { value: access_token, until: now() + expires_in * 1_000 - RENEW_BEFORE_MS };
    return access_token;
  };
  const currentToken = (): Promise<string> => {
    if (token !== null && token.until > now()) return Promise.resolve(token.value);
    fetching ??= fetchToken()
      .catch(nothingWasAsked)
      .finally(() => {
        fetching = null;
      });
    return fetching;
  };

  return {
    call: async (path, body, answer) => {
      for (let renewed = false; ; renewed = true) {
        const used = await currentToken();
        try {
          return read(answer, await ask(`${settings.baseUrl}/cgi-bin/${path}?access_token=${encodeURIComponent(used)}`, body));
        } catch (error) {
          const stale = error instanceof WecomError && error.class === 'refresh-token';
          if (!stale || renewed) throw error;
          // Somebody else may have renewed it meanwhile; only the token that failed is thrown away.
          if (token?.value === used) token = null;
        }
      }
    },
  };
}

async function ask(url: string, body: object | null): Promise<unknown> {
  const response = await fetch(url, {
    method: body === null ? 'GET' : 'POST',
    ...(body === null ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(CALL_MS),
  }).catch((error: unknown) => {
    throw unanswered(error);
  });
  const text = await response.text().catch((error: unknown) => {
    throw unanswered(error);
  });
  if (!response.ok) throw new WecomError(response.status >= 500 ? 'transient' : 'refused', `WeCom answered with HTTP ${response.status}.`);
  try {
    return JSON.parse(text);
  } catch {
    throw new WecomError('no-answer', 'WeCom’s answer is not JSON.');
  }
}

/** Without a token the call itself was never made, whatever became of the question for the token. */
function nothingWasAsked(error: unknown): never {
  if (error instanceof WecomError && error.class === 'no-answer') throw new WecomError('no-connection', error.message);
  throw error;
}

/** A connection that never came about carried nothing; anything later may have arrived. */
function unanswered(error: unknown): WecomError {
  const code = error instanceof Error && error.cause instanceof Error ? (error.cause as NodeJS.ErrnoException).code : undefined;
  const never = code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'UND_ERR_CONNECT_TIMEOUT';
  return new WecomError(never ? 'no-connection' : 'no-answer', never ? 'WeCom cannot be reached.' : 'WeCom did not answer.');
}

/** Errcode first: a failing call still carries the empty default fields of its answer. */
function read<Shape extends z.ZodType>(shape: Shape, answer: unknown): z.output<Shape> {
  const { errcode, errmsg } = Answer.parse(answer);
  const kind = classifyErrcode(errcode);
  if (kind !== 'ok') throw new WecomError(kind, `WeCom refused with errcode ${errcode}: ${errmsg.slice(0, 200)}`, errcode);
  const parsed = shape.safeParse(answer);
  if (!parsed.success) throw new WecomError('no-answer', 'WeCom’s answer lacks fields that its documentation promises.');
  return parsed.data;
}
