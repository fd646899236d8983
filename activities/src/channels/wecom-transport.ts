import { z } from 'zod';
import type { WecomCall } from './wecom-calls.ts';
import { classifyErrcode } from './wecom-errcode.ts';
import { WecomError } from './wecom-error.ts';

/** Longest errmsg that is passed on, in characters. */
const LONGEST_TEXT = 200;
/** Codes of connections that never came about: nothing was sent. */
const NEVER_CONNECTED: ReadonlySet<string | undefined> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const Answer = z.looseObject({ errcode: z.number().default(0), errmsg: z.string().default('') });

/** One exchange with WeCom's server. Credentials are in the query, so no address ever gets into an error. */
export interface WecomExchange<Shape extends z.ZodType> {
  readonly call: WecomCall<Shape>;
  readonly baseUrl: string;
  /** Token or credentials; WeCom takes them in the query only. */
  readonly query: Readonly<Record<string, string>>;
  readonly input: Readonly<Record<string, unknown>>;
  /** How long the answer may take, in ms. */
  readonly patience: number;
}

/**
 * Asks once.
 * @throws WecomError
 */
export async function exchange<Shape extends z.ZodType>(asked: WecomExchange<Shape>): Promise<z.output<Shape>> {
  const { call } = asked;
  try {
    const response = await ask(asked);
    const text = await response.text();
    if (!response.ok) throw httpRefusal(response.status);
    return read(call.answer, parsed(text), Object.values(asked.query));
  } catch (error) {
    const known = error instanceof WecomError ? error : unanswered(error);
    // What may be asked again needs no honest doubt.
    throw known.class === 'no-answer' && call.repeatable ? new WecomError('transient', known.message) : known;
  }
}

function ask({ call, baseUrl, query, input, patience }: WecomExchange<z.ZodType>): Promise<Response> {
  const inQuery = call.method === 'GET' ? Object.entries(input).map(([name, value]) => [name, String(value)]) : [];
  const parameters = new URLSearchParams({ ...query, ...Object.fromEntries(inQuery) });
  const body = call.method === 'GET' ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(input) };
  const signal = AbortSignal.timeout(patience);
  return fetch(`${baseUrl}/cgi-bin/${call.path}?${parameters}`, { method: call.method, ...body, redirect: 'error', signal });
}

/** WeCom says everything with HTTP 200; another status comes from something in between, which may have passed the call on. */
function httpRefusal(status: number): WecomError {
  if (status === 429) return new WecomError('throttled', 'Something before WeCom answered with HTTP 429.');
  if (status >= 500) return new WecomError('no-answer', `Something before WeCom answered with HTTP ${status}.`);
  return new WecomError('config', `The address set for WeCom answered with HTTP ${status}; is it the right one?`);
}

function unanswered(error: unknown): WecomError {
  const code = error instanceof Error && error.cause instanceof Error ? (error.cause as NodeJS.ErrnoException).code : undefined;
  if (NEVER_CONNECTED.has(code)) return new WecomError('no-connection', 'WeCom cannot be reached.');
  return new WecomError('no-answer', 'WeCom did not answer.');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new WecomError('no-answer', 'WeCom’s answer is not JSON.');
  }
}

/** Errcode first: a failing call still carries the empty default fields of its answer. */
function read<Shape extends z.ZodType>(shape: Shape, answer: unknown, secrets: readonly string[]): z.output<Shape> {
  const known = Answer.safeParse(answer);
  if (!known.success) throw new WecomError('no-answer', 'WeCom’s answer lacks fields that its documentation promises.');
  const { errcode, errmsg } = known.data;
  const kind = classifyErrcode(errcode);
  const result = shape.safeParse(answer);
  if (kind === 'already-done' && result.success) return result.data;
  if (kind === 'already-done') throw new WecomError('refused', `WeCom answered errcode ${errcode}.`, errcode);
  if (kind !== 'ok') throw new WecomError(kind, `WeCom refused with errcode ${errcode}: ${without(secrets, errmsg)}`, errcode);
  if (!result.success) throw new WecomError('no-answer', 'WeCom’s answer lacks fields that its documentation promises.');
  return result.data;
}

/** WeCom's own words may quote what we sent. */
function without(secrets: readonly string[], text: string): string {
  const clean = secrets.filter((secret) => secret.length > 3).reduce((words, secret) => words.replaceAll(secret, '***'), text);
  return clean.replaceAll(/((?:access_token|corpsecret|key)=)[^&\s"]+/g, '$1***').slice(0, LONGEST_TEXT);
}
