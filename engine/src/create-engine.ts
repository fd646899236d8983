import { installationLinks, type TrackingLinks } from '@tendril/content/tracking';
import type { Db } from '@tendril/db';
import { createRuntime, type Runtime } from '@tendril/runtime';
import type { Logger } from 'pino';
import { type Auth, createAuth } from './auth/create-auth.ts';
import { createFindCaller } from './auth/find-caller.ts';
import { watchBreakers } from './breakers/watch-breakers.ts';
import type { Config } from './config.ts';
import { registerDemoAccountRoutes } from './demo/demo-account-routes.ts';
import { keepDemoClocks } from './demo/demo-clock-keeper.ts';
import { createDemoFriends } from './demo/demo-friends.ts';
import { watchEntries } from './entries/watch-entries.ts';
import type { HealthCheck } from './http/health-routes.ts';
import { createMetrics } from './http/metrics.ts';
import { registerIntakeRoutes } from './intake/intake-routes.ts';
import { backTestJobs } from './jobs/back-test-jobs.ts';
import { bulkJobs } from './jobs/bulk-jobs.ts';
import { enrolJobs } from './jobs/enrol-jobs.ts';
import { importJobs } from './jobs/import-jobs.ts';
import { startJobRunner } from './jobs/job-runner.ts';
import { moveJobs } from './jobs/move-jobs.ts';
import { operationJobs } from './jobs/operation-jobs.ts';
import { publicationJobs } from './jobs/publication-jobs.ts';
import { trialJobs } from './jobs/trial-jobs.ts';
import { createServer, type Server } from './server.ts';
import { createServices } from './services/create-services.ts';
import { registerImportRoutes } from './services/imports/import-routes.ts';
import { createNodeNames } from './services/node-names.ts';
import { createClickWindow } from './tracking/click-window.ts';
import { registerTrackingRoutes } from './tracking/tracking-routes.ts';
import { registerUnsubscribeRoutes } from './tracking/unsubscribe-routes.ts';
import { createCallbackBook } from './wecom/callback-book.ts';
import { registerWecomRoutes } from './wecom/callback-routes.ts';

/** What an API is built from besides its configuration. */
export interface EngineParts {
  readonly config: Pick<Config, 'http' | 'secret' | 'demoLinks'>;
  readonly db: Db;
  readonly log: Logger;
  /** Real time in ms. */
  readonly clock: { now(): number };
  /** Rejects if Temporal does not answer. */
  readonly temporalCheck: HealthCheck;
  /** How long a click waits to be judged, in real ms; only tests change it. */
  readonly clickWindowMs?: number;
}

/** An API that does not listen yet. Background jobs run from the start. */
export interface Engine extends Server {
  readonly runtime: Runtime;
  readonly auth: Auth;
  readonly links: TrackingLinks;
  /** Ends requests, clicks and jobs in good order. The database stays open. */
  stop(): Promise<void>;
}

/** Builds every part of the API and joins them. */
export async function createEngine({ config, db, log, clock, temporalCheck, clickWindowMs }: EngineParts): Promise<Engine> {
  const { secret, demoLinks, http } = config;
  const { publicUrl, trustedOrigins } = http;
  const runtime = createRuntime({ db, clock });
  const auth = createAuth({ client: db.client, secret, publicUrl, trustedOrigins });
  const metrics = createMetrics({ outboxBacklog: () => db.client.outboxItem.count({ where: { deliveredAt: null } }) });
  const friends = createDemoFriends({ db, secret, log });
  const clicks = createClickWindow(clickWindowMs);
  const links = installationLinks({ publicUrl, secret });
  const nodeNames = createNodeNames(db);
  const stopClocks = await keepDemoClocks({ db, runtime, clock, log });
  const jobs = startJobRunner({
    kinds: [
      importJobs({ db, runtime, friends, metrics, clock, log }),
      enrolJobs({ db, runtime, clock }),
      bulkJobs({ db, runtime, clock }),
      moveJobs({ db, runtime, clock }),
      operationJobs({ db, runtime, clock }),
      publicationJobs({ db, runtime, clock, nodeNames, onJobQueued: () => jobs.knock() }),
      trialJobs({ db, clock }),
      backTestJobs({ db, runtime, clock }),
    ],
    log,
  });
  const stopWatching = watchEntries({ db, runtime, log });
  const stopBreakers = watchBreakers({ db, runtime, clock, log });
  const onJobQueued = jobs.knock;
  const services = createServices({ db, runtime, auth, secret, publicUrl, friends, clock, log, demoLinks, nodeNames, onJobQueued });
  const server = await createServer({
    http,
    auth,
    findCaller: createFindCaller({ auth, client: db.client }),
    services,
    metrics,
    log,
    healthChecks: { postgres: async () => void (await db.client.workspace.count()), temporal: temporalCheck },
    doors: [
      (app) => registerIntakeRoutes(app, { db, runtime, metrics, clock, requestsPerMinute: http.intakeRequestsPerMinute }),
      (app) => registerTrackingRoutes(app, { db, runtime, links, clicks, clock }),
      (app) => registerUnsubscribeRoutes(app, { db, runtime, links, clicks, clock }),
      (app) => registerWecomRoutes(app, { db, runtime, clock, book: createCallbackBook({ db, secret, clock }) }),
      (app) => registerImportRoutes(app, { imports: services.imports, db }),
      (app) => registerDemoAccountRoutes(app, { db }),
    ],
  });
  const stop = async (): Promise<void> => {
    await server.app.close();
    await clicks.flush();
    await jobs.stop();
    await stopWatching();
    await stopBreakers();
    await stopClocks();
  };
  return { ...server, runtime, auth, links, stop };
}
