import type { FastifyInstance } from 'fastify';

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Refuses a changing request that carries a session cookie but comes from a page of another site (403). A request
 * without an `Origin` header comes from no page.
 */
export function refuseForeignOrigins(app: FastifyInstance, trusted: readonly string[]): void {
  app.addHook('onRequest', async (request, reply) => {
    const { origin, cookie } = request.headers;
    if (SAFE_METHODS.includes(request.method) || cookie === undefined || origin === undefined) return;
    // A route with a credential of its own does not look at cookies; sites send events there from everywhere.
    const { access } = request.routeOptions.config;
    if (access !== undefined && 'credential' in access) return;
    const own = `${request.protocol}://${request.host}`;
    if (origin === own || trusted.includes(origin)) return;
    await reply.status(403).send({ error: 'origin.foreign', message: `Requests with a session are not taken from pages of ${origin}.` });
  });
}
