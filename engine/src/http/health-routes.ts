import type { FastifyInstance } from 'fastify';

/** Asks whether a part the server cannot work without is there; rejects with the reason if not. */
export type HealthCheck = () => Promise<void>;

/** How long a part may take to answer, in ms, before it counts as away. */
const PATIENCE_MS = 2_000;

/** GET /health: 200 if every part answers, else 503 with the reason for each that does not. */
export function registerHealthRoutes(app: FastifyInstance, checks: Readonly<Record<string, HealthCheck>>): void {
  const access = { public: 'Load balancers and the launcher ask it; it names parts, no data.' };
  app.get('/health', { config: { access }, logLevel: 'warn' }, async (_request, reply) => {
    const parts = Object.fromEntries(await Promise.all(Object.entries(checks).map(async ([name, check]) => [name, await ask(check)] as const)));
    const healthy = Object.values(parts).every((part) => part === 'ok');
    return reply
      .status(healthy ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: healthy ? 'ok' : 'unavailable', parts });
  });
}

async function ask(check: HealthCheck): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE_MS} ms`)), PATIENCE_MS);
  });
  try {
    await Promise.race([check(), tooLate]);
    return 'ok';
  } catch (error) {
    return `away: ${error instanceof Error ? error.message.split('\n').at(-1)?.slice(0, 200) : 'unknown reason'}`;
  } finally {
    clearTimeout(timer);
  }
}
