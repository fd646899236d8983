import type { AppRouter } from '@tendril/engine/router';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import { createTRPCContext } from '@trpc/tanstack-react-query';

type Context = ReturnType<typeof createTRPCContext<AppRouter>>;

const context: Context = createTRPCContext<AppRouter>();

/** Hands the API's client to the pages. */
export const TRPCProvider: Context['TRPCProvider'] = context.TRPCProvider;

/** The API's doors as query options: `const trpc = useTRPC(); useQuery(trpc.journeys.list.queryOptions())`. */
export const useTRPC: Context['useTRPC'] = context.useTRPC;

/** The bare client, for calls outside a query. */
export const useTRPCClient: Context['useTRPCClient'] = context.useTRPCClient;

/** What each door answers: `Answers['leads']['list']`. */
export type Answers = inferRouterOutputs<AppRouter>;

/** What each door asks for. */
export type Questions = inferRouterInputs<AppRouter>;
