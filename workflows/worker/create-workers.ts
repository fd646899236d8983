import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, type NativeConnection, Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import type { ChannelActivity, RunActivities } from '@tendril/activities/contract';
import { EFFECT_QUEUES, type EffectQueue, effectQueue, RUN_QUEUE } from '@tendril/journey/wire';

/** The activities of every queue. */
export interface WorkerActivities {
  readonly runs: RunActivities;
  readonly effects: Readonly<Record<EffectQueue, Readonly<Record<string, ChannelActivity>>>>;
}

/** Most sends per second and queue over all workers; Temporal's server keeps the count. */
const SENDS_PER_SECOND: Readonly<Record<EffectQueue, number>> = { email: 50, wecom: 10, webhook: 50, custom: 50 };

/** Written into every event of every history, so it is kept short: the process id tells workers of one machine apart. */
const IDENTITY = `w${process.pid}`;
/** Stands in every completed workflow task; by default it is the hash of the bundle, some 90 bytes a time. */
const BUILD_ID = 'tendril-0.1.0';

/** Bundles the workflow code for the sandbox. Takes a second or two; do it once per process. */
export function bundleWorkflows(): Promise<WorkflowBundleWithSourceMap> {
  return bundleWorkflowCode({ workflowsPath: fileURLToPath(new URL('../src/index.ts', import.meta.url)), logger: new DefaultLogger('WARN') });
}

/** One worker for the runs and their decisions, and one per effect queue, so that a slow channel holds nobody else up. */
export async function createWorkers(parts: {
  connection: NativeConnection;
  namespace: string;
  bundle: WorkflowBundleWithSourceMap;
  activities: WorkerActivities;
  /** Decisions at once; each takes a database connection for some milliseconds. */
  decisionsAtOnce?: number;
}): Promise<readonly Worker[]> {
  const { connection, namespace, bundle, activities, decisionsAtOnce = 20 } = parts;
  const runs = Worker.create({
    connection,
    namespace,
    taskQueue: RUN_QUEUE,
    identity: IDENTITY,
    buildId: BUILD_ID,
    workflowBundle: bundle,
    activities: activities.runs,
    // Waiting leads cost memory only while cached; one that is not cached is replayed, which costs CPU.
    maxCachedWorkflows: 2_000,
    maxConcurrentLocalActivityExecutions: decisionsAtOnce,
    shutdownGraceTime: '10 seconds',
  });
  // Temporal refuses a worker that has nothing to offer.
  const effects = EFFECT_QUEUES.filter((queue) => Object.keys(activities.effects[queue]).length > 0).map((queue) =>
    Worker.create({
      connection,
      namespace,
      taskQueue: effectQueue(queue),
      identity: IDENTITY,
      buildId: BUILD_ID,
      activities: activities.effects[queue],
      maxConcurrentActivityTaskExecutions: 20,
      maxTaskQueueActivitiesPerSecond: SENDS_PER_SECOND[queue],
      shutdownGraceTime: '10 seconds',
    }),
  );
  return Promise.all([runs, ...effects]);
}
