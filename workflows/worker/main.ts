import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { createActivities } from '@tendril/activities';
import { createDb } from '@tendril/db';
import { createRuntime } from '@tendril/runtime';
import { pino } from 'pino';
import { readConfig } from './config.ts';
import { bundleWorkflows, createWorkers } from './create-workers.ts';
import { serveHealth } from './health.ts';

/** The worker process: decides steps and carries out effects until it is asked to stop. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = pino({ level: config.LOG_LEVEL, base: { process: 'worker' } });
  Runtime.install({ logger: new DefaultLogger('WARN', ({ level, message, meta }) => log.warn({ level, ...meta }, message)), shutdownSignals: [] });

  const db = createDb(config.DATABASE_URL, { connections: 20 });
  const runtime = createRuntime({ db, clock: { now: Date.now } });
  const { workerActivities, poller, close } = createActivities({
    db,
    runtime,
    secret: config.TENDRIL_SECRET,
    publicUrl: config.PUBLIC_URL,
    log,
    allowLocalWebhooks: config.WEBHOOKS_ALLOW_LOCAL === '1',
  });
  const [connection, bundle] = await Promise.all([
    NativeConnection.connect({
      address: config.TEMPORAL_ADDRESS,
      ...(config.TEMPORAL_API_KEY === undefined ? {} : { apiKey: config.TEMPORAL_API_KEY, tls: true }),
    }),
    bundleWorkflows(),
  ]);
  const workers = await createWorkers({ connection, namespace: config.TEMPORAL_NAMESPACE, bundle, activities: workerActivities });

  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);

  const running = Promise.all(workers.map((worker) => worker.run()));
  const polling = poller.start();
  const health = await serveHealth({ host: config.HOST, port: config.PORT, isWell: () => !stopping });
  log.info({ port: config.PORT }, 'ready');
  try {
    await running;
  } finally {
    stop();
    await polling.stop();
    health.close();
    await close();
    await connection.close();
    await db.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`The worker cannot run: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
