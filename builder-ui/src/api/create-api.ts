import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import type { AppRouter } from '@tendril/engine/router';
import { createTRPCClient, httpBatchLink, type TRPCClient, TRPCClientError } from '@trpc/client';
import { createTRPCOptionsProxy, type TRPCOptionsProxy } from '@trpc/tanstack-react-query';

/** The API's client and its cache, made once per page load (or per test). */
export interface Api {
  readonly client: TRPCClient<AppRouter>;
  readonly queryClient: QueryClient;
  readonly trpc: TRPCOptionsProxy<AppRouter>;
  /** Registers what happens when the API says that nobody is logged in. */
  onStranger(listener: () => void): void;
}

const CLIENT_MISTAKES = new Set(['UNAUTHORIZED', 'FORBIDDEN', 'NOT_FOUND', 'BAD_REQUEST', 'CONFLICT']);

const codeOf = (error: unknown): string | undefined => {
  if (!(error instanceof TRPCClientError)) return undefined;
  const data: unknown = error.data;
  return typeof data === 'object' && data !== null && 'code' in data && typeof data.code === 'string' ? data.code : undefined;
};

/** True if the API answered that nobody is logged in. */
export const isStranger = (error: unknown): boolean => codeOf(error) === 'UNAUTHORIZED';

/** True if the request never reached the API. */
export const isOffline = (error: unknown): boolean => error instanceof TRPCClientError && codeOf(error) === undefined;

/**
 * Connects to the API of the same origin. A mistake of the caller is not retried; a network failure is, twice.
 * @param url address of the tRPC doors; another one in tests.
 */
export function createApi(url = '/trpc'): Api {
  let stranger: () => void = () => undefined;
  const watch = (error: unknown) => {
    if (isStranger(error)) stranger();
  };
  const queryClient = new QueryClient({
    queryCache: new QueryCache({ onError: watch }),
    mutationCache: new MutationCache({ onError: watch }),
    defaultOptions: {
      queries: { staleTime: 2_000, retry: (count, error) => count < 2 && !CLIENT_MISTAKES.has(codeOf(error) ?? '') },
      mutations: { retry: false },
    },
  });
  const client = createTRPCClient<AppRouter>({ links: [httpBatchLink({ url, maxURLLength: 8_000 })] });
  return {
    client,
    queryClient,
    trpc: createTRPCOptionsProxy<AppRouter>({ client, queryClient }),
    onStranger: (listener) => {
      stranger = listener;
    },
  };
}
