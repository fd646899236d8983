import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What the server counts and measures, in Prometheus' terms. */
export interface Metrics {
  readonly registry: Registry;
  readonly requests: Histogram<'method' | 'route' | 'status'>;
  readonly events: Counter<'outcome'>;
  readonly importRows: Counter<'outcome'>;
}

/** Makes the meters of one server. `outboxBacklog` counts what Temporal still has to be told. */
export function createMetrics({ outboxBacklog }: { readonly outboxBacklog: () => Promise<number> }): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'tendril_outbox_backlog',
    help: 'Starts and signals that Temporal has not got yet.',
    registers: [registry],
    async collect() {
      this.set(await outboxBacklog().catch(() => Number.NaN));
    },
  });
  return {
    registry,
    requests: new Histogram({
      name: 'tendril_http_request_seconds',
      help: 'Time to answer a request.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers: [registry],
    }),
    events: new Counter({ name: 'tendril_intake_events_total', help: 'Events sent to the intake.', labelNames: ['outcome'], registers: [registry] }),
    importRows: new Counter({ name: 'tendril_import_rows_total', help: 'Lines of imported files.', labelNames: ['outcome'], registers: [registry] }),
  };
}

/** GET /metrics for Prometheus: with the token if one is set, else from this machine only. */
export function registerMetricsRoute(app: FastifyInstance, { metrics, token }: { readonly metrics: Metrics; readonly token: string | null }): void {
  app.addHook('onResponse', async (request, reply) => {
    const labels = { method: request.method, route: request.routeOptions.url ?? 'unknown', status: String(reply.statusCode) };
    metrics.requests.observe(labels, reply.elapsedTime / 1000);
  });
  app.get('/metrics', { config: { access: { credential: 'metrics-token' } }, logLevel: 'warn' }, async (request, reply) => {
    const allowed = token === null ? isLoopback(request.socket.remoteAddress) : hasToken(request.headers.authorization, token);
    if (!allowed) return reply.status(401).send({ error: 'metrics.forbidden', message: 'Send the METRICS_TOKEN as a bearer token.' });
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
}

const isLoopback = (address: string | undefined): boolean =>
  address !== undefined && (address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.'));

function hasToken(header: string | undefined, token: string): boolean {
  const given = Buffer.from(header ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
