import { fromNodeHeaders } from 'better-auth/node';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { may } from '../api/permissions.ts';
import type { FindCaller } from '../auth/find-caller.ts';
import type { Caller } from '../services/ports.ts';
import type { RouteAccess } from './route-access.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who calls; set on routes that demand a permission, null on all others. */
    caller: Caller | null;
  }
}

/** Every plain route with the access it declares, for the start-up check and the tests. */
export interface PlainRoute {
  readonly method: string;
  readonly url: string;
  readonly access: RouteAccess;
}

/**
 * Guards plain routes by their `config.access`: 401 for strangers, 403 for a wrong role. Registering a route without
 * access throws, so that the server does not start with a door that nobody thought about.
 */
export function guardRoutes(app: FastifyInstance, findCaller: FindCaller): readonly PlainRoute[] {
  const routes: PlainRoute[] = [];
  app.decorateRequest('caller', null);
  app.addHook('onRoute', ({ method, url, config }) => {
    const access = config?.access;
    if (access === undefined) throw new Error(`Route ${String(method)} ${url} does not say who may call it (config.access).`);
    for (const each of [method].flat()) routes.push({ method: each, url, access });
  });
  app.addHook('onRequest', async (request, reply) => {
    const access = request.routeOptions.config.access;
    if (access !== undefined && 'permission' in access) await admit(request, reply, { access, findCaller });
  });
  return routes;
}

async function admit(
  request: FastifyRequest,
  reply: FastifyReply,
  { access, findCaller }: { readonly access: Extract<RouteAccess, { permission: unknown }>; readonly findCaller: FindCaller },
): Promise<void> {
  const caller = await findCaller(fromNodeHeaders(request.headers));
  if (caller === null) await reply.status(401).send({ error: 'session.missing', message: 'Log in first.' });
  else if (!may(caller.role, access.permission)) {
    const message = `The role ${caller.role} may not do this (${access.permission}).`;
    await reply.status(403).send({ error: 'role.forbidden', message });
  } else request.caller = caller;
}

/** The caller of a route that demands a permission. */
export function callerOf(request: FastifyRequest): Caller {
  if (request.caller === null) throw new Error(`Route ${request.url} reads its caller but demands no permission.`);
  return request.caller;
}
