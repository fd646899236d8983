import { createDb } from '@tendril/db';
import { connectTemporal } from './adapters/connect-temporal.ts';
import { ConfigError, readConfig } from './config.ts';
import { createEngine } from './create-engine.ts';
import { startDispatcher } from './dispatch/start-dispatcher.ts';
import { createLog } from './http/create-log.ts';

/** The API process: builds every part, serves until it is asked to stop, and ends them in the opposite order. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const db = createDb(config.database.url, { connections: config.database.connections });
  const temporal = await connectTemporal(config.temporal);
  const engine = await createEngine({ config, db, log, clock: { now: Date.now }, temporalCheck: temporal.check });
  const dispatcher = await startDispatcher({ db, runtime: engine.runtime, temporal: temporal.client, log });
  await engine.app.listen({ host: config.http.host, port: config.http.port });
  log.info({ url: config.http.publicUrl }, 'ready');

  await askedToStop();
  log.info('stopping');
  await engine.stop();
  await dispatcher.stop();
  await temporal.close();
  await db.close();
}

/** Resolves at the first SIGINT or SIGTERM. */
function askedToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

main().catch((error: unknown) => {
  const reason = error instanceof ConfigError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`The API cannot run: ${reason}\n`);
  process.exit(1);
});
