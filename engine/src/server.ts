import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyPluginAsync } from 'fastify';
import type { Logger } from 'pino';
import { registerTrpcRoutes } from './api/trpc-routes.ts';
import { registerAuthRoutes } from './auth/auth-routes.ts';
import type { Auth } from './auth/create-auth.ts';
import type { FindCaller } from './auth/find-caller.ts';
import type { Config } from './config.ts';
import { registerErrorHandler } from './http/error-handler.ts';
import { type HealthCheck, registerHealthRoutes } from './http/health-routes.ts';
import { type Metrics, registerMetricsRoute } from './http/metrics.ts';
import { refuseForeignOrigins } from './http/refuse-foreign-origins.ts';
import { guardRoutes, type PlainRoute } from './http/require-permission.ts';
import { registerSecurityHeaders } from './http/security-headers.ts';
import { registerUiRoutes } from './http/ui-routes.ts';
import type { Services } from './services/ports.ts';

/** A set of routes that the composition root hands in, such as the intake. */
export type Door = FastifyPluginAsync;

/** What the server is built from. */
export interface ServerParts {
  readonly http: Config['http'];
  readonly auth: Auth;
  readonly findCaller: FindCaller;
  readonly services: Services;
  readonly metrics: Metrics;
  readonly healthChecks: Readonly<Record<string, HealthCheck>>;
  readonly doors: readonly Door[];
  readonly log: Logger;
}

/** The HTTP server, not listening yet, and every plain route with the access it demands. */
export interface Server {
  readonly app: FastifyInstance;
  readonly routes: readonly PlainRoute[];
}

/**
 * Puts the server together: guards first, then routes, the UI last.
 * @throws Error if a route does not say who may call it
 */
export async function createServer(parts: ServerParts): Promise<Server> {
  const { http, auth, findCaller, services, metrics, log } = parts;
  const app: FastifyInstance = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    trustProxy: http.trustProxy === null ? false : http.trustProxy.split(',').map((proxy) => proxy.trim()),
    // Write keys, cookies and long tokens stand in paths and headers.
    routerOptions: { maxParamLength: 8_192 },
    forceCloseConnections: 'idle',
  });
  registerErrorHandler(app);
  registerSecurityHeaders(app, { https: http.publicUrl.startsWith('https:') });
  refuseForeignOrigins(app, [http.publicUrl, ...http.trustedOrigins]);
  const routes = guardRoutes(app, findCaller);
  await app.register(rateLimit, { global: false });
  registerHealthRoutes(app, parts.healthChecks);
  registerMetricsRoute(app, { metrics, token: http.metricsToken });
  registerAuthRoutes(app, { auth, loginsPerMinute: http.loginsPerMinute });
  await registerTrpcRoutes(app, { services, findCaller });
  for (const door of parts.doors) await app.register(door);
  await registerUiRoutes(app, http.uiDir);
  return { app, routes };
}
