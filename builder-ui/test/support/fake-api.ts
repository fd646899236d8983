import type { AppRouter } from '@tendril/engine/router';
import { createTRPCClient, type TRPCClient, TRPCClientError, type TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';

/** What the API answers, by the name of its door. A door that is not listed fails the test that knocks. */
export type Answers = Readonly<Record<string, (input: never) => unknown>>;

/** One call that was made. */
export interface Call {
  readonly door: string;
  readonly input: unknown;
}

/** A mistake as the API would answer it: throw it from an answer. */
export class Refusal extends Error {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: string, params: Readonly<Record<string, string | number>> = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}

/** The API's client with answers from the test, and a record of every call. */
export function fakeApi(answers: Answers): { readonly client: TRPCClient<AppRouter>; readonly calls: Call[] } {
  const calls: Call[] = [];
  const link: TRPCLink<AppRouter> =
    () =>
    ({ op }) =>
      observable((observer) => {
        calls.push({ door: op.path, input: op.input });
        const answer = answers[op.path];
        Promise.resolve()
          .then(() => {
            if (answer === undefined) throw new Error(`Nothing is answered at the door ${op.path}.`);
            return answer(op.input as never);
          })
          .then(
            (data) => {
              observer.next({ result: { data } });
              observer.complete();
            },
            (error: unknown) => observer.error(asClientError(error)),
          );
      });
  return { client: createTRPCClient<AppRouter>({ links: [link] }), calls };
}

function asClientError(error: unknown): TRPCClientError<AppRouter> {
  const sentence = error instanceof Refusal ? { code: error.code, params: error.params } : null;
  const message = error instanceof Error ? error.message : String(error);
  const data = { code: sentence === null ? 'INTERNAL_SERVER_ERROR' : 'CONFLICT', httpStatus: 409, sentence };
  return TRPCClientError.from({ error: { code: -32009, message, data } } as never);
}
