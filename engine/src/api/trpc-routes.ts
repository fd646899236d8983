import { TRPCError } from '@trpc/server';
import { fastifyRequestHandler } from '@trpc/server/adapters/fastify';
import { fromNodeHeaders } from 'better-auth/node';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { FindCaller } from '../auth/find-caller.ts';
import { isDatabaseAway } from '../http/database-away.ts';
import type { Services } from '../services/ports.ts';
import { UserError } from '../services/user-error.ts';
import { appRouter } from './router.ts';

/** Largest request, in bytes: a journey of some thousand nodes. */
const BODY_LIMIT = 10 * 1024 * 1024;

/** While the database is away nobody can be recognised; that is no mistake of the server. */
function nameOutage(error: unknown): never {
  if (isDatabaseAway(error)) throw new TRPCError({ code: 'SERVICE_UNAVAILABLE', message: 'The database cannot be reached just now.', cause: error });
  throw error;
}

/** The procedures under /trpc. Each demands its own permission. */
export async function registerTrpcRoutes(
  app: FastifyInstance,
  { services, findCaller }: { readonly services: Services; readonly findCaller: FindCaller },
) {
  const door: FastifyPluginAsync = async (scope) => {
    // tRPC parses bodies itself.
    scope.removeContentTypeParser('application/json');
    scope.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => done(null, body));
    scope.route({
      method: ['GET', 'POST'],
      url: '/trpc/:path',
      bodyLimit: BODY_LIMIT,
      config: { access: { public: 'Each procedure demands its own permission.' } },
      handler: (request, reply) =>
        fastifyRequestHandler({
          router: appRouter,
          req: request,
          res: reply,
          path: (request.params as { readonly path: string }).path,
          createContext: async () => ({ caller: await findCaller(fromNodeHeaders(request.headers)).catch(nameOutage), services }),
          onError: ({ error, path }) => {
            if (error.code !== 'INTERNAL_SERVER_ERROR' || error.cause instanceof UserError) return;
            request.log.error({ err: error.cause ?? error, procedure: path, databaseAway: isDatabaseAway(error) }, 'procedure failed');
          },
        }),
    });
  };
  await app.register(door);
}
