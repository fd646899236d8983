import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime as TemporalRuntime, Worker } from '@temporalio/worker';
import { createDb } from '@tendril/db';
import { createRuntime } from '@tendril/runtime';
import { createPlainActivities } from './plain-activities.ts';

/** The task queue of the plain journey. */
const QUEUE = 'plain';

const need = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set.`);
  return value;
};

/** The worker of the plain journey: one process, as Tendril's own is. */
async function main(): Promise<void> {
  TemporalRuntime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
  const db = createDb(need('DATABASE_URL'), { connections: 20 });
  const activities = createPlainActivities({
    db,
    runtime: createRuntime({ db, clock: { now: Date.now } }),
    workspaceId: need('PLAIN_WORKSPACE'),
    smtpUrl: need('PLAIN_SMTP'),
    wecom: { url: need('PLAIN_WECOM'), corpId: need('PLAIN_CORP'), secret: need('PLAIN_CORP_SECRET') },
  });
  const [connection, workflowBundle] = await Promise.all([
    NativeConnection.connect({ address: need('TEMPORAL_ADDRESS') }),
    bundleWorkflowCode({ workflowsPath: fileURLToPath(new URL('plain-journey.ts', import.meta.url)), logger: new DefaultLogger('ERROR') }),
  ]);
  const worker = await Worker.create({
    connection,
    namespace: need('TEMPORAL_NAMESPACE'),
    taskQueue: QUEUE,
    workflowBundle,
    activities,
    maxCachedWorkflows: 2_000,
    maxConcurrentActivityTaskExecutions: 20,
    shutdownGraceTime: '5 seconds',
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => worker.shutdown());
  const running = worker.run();
  process.stdout.write('{"msg":"ready"}\n');
  await running;
  await connection.close();
  await db.close();
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
