import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { createDb, type Db, saveChannelSettings } from '@tendril/db';
import { startDispatcher } from '@tendril/engine/dispatch';
import { startPostgres, startTemporal } from '@tendril/launcher/test-services';
import { createRuntime, type Runtime } from '@tendril/runtime';
import { DEFAULT_SCORE_RULES } from '@tendril/scoring';
import Long from 'long';
import { pino } from 'pino';
import { type MailServer, startMailServer } from './mail-server.ts';

/** The installation's secret of every stack. */
export const STACK_SECRET = 'a secret of tests and measurements, 32+ characters';
const WORKER = fileURLToPath(new URL('../../workflows/worker/main.ts', import.meta.url));

/** Some rows put runs into the database that Temporal does not know; nobody is to start them. */
const NEVER = { everyMs: 3_600_000, restMs: 3_600_000 };

/** A running worker process. */
export interface WorkerProcess {
  readonly pid: number;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Ends it as an operator would. */
  stop(): Promise<void>;
  /** What it wrote so far. */
  output(): string;
}

/** Tendril on real services: PostgreSQL, Temporal, SMTP, the dispatcher; workers are started by hand, as processes. */
export interface Stack extends AsyncDisposable {
  readonly db: Db;
  readonly runtime: Runtime;
  readonly temporal: Client;
  readonly mail: MailServer;
  readonly workspaceId: string;
  startWorker(): Promise<WorkerProcess>;
  /** How a process of one's own finds the stack's services. */
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * Starts a stack with one demo workspace.
 * @param options.factor workspace time per real time: 86,400 makes a day a second
 */
export async function startStack(options: { factor: number; mailSlowness?: number }): Promise<Stack> {
  const [database, { address }, mail] = await Promise.all([
    startPostgres(),
    startTemporal(),
    startMailServer({ slowness: options.mailSlowness ?? 0 }),
  ]);
  const db = createDb(database.url, { connections: 20 });
  const connection = await Connection.connect({ address });
  // A namespace of its own keeps the workers of one stack from running the leads of another.
  const namespace = `stack-${randomUUID()}`;
  await connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: { seconds: Long.fromNumber(86_400) } });
  const temporal = new Client({ connection, namespace });
  const runtime = createRuntime({ db, clock: { now: Date.now } });
  const workspaceId = await createWorkspace(db, options.factor);
  await saveChannelSettings(db, {
    secret: STACK_SECRET,
    workspaceId,
    channel: 'email',
    settings: { url: mail.url, from: 'Tendril <hello@tendril.example>' },
  });
  const dispatcher = await startDispatcher({ db, runtime, temporal, log: pino({ level: 'silent' }), lostRuns: NEVER });
  const workers = new Set<WorkerProcess>();
  const environment = { DATABASE_URL: database.url, TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace };
  return {
    db,
    runtime,
    temporal,
    mail,
    workspaceId,
    environment,
    startWorker: async () => {
      const worker = await spawnWorker(environment);
      workers.add(worker);
      return worker;
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all([...workers].map((worker) => worker.stop()));
      await dispatcher.stop();
      await mail.stop();
      await connection.close();
      await db.close();
      await database[Symbol.asyncDispose]();
    },
  };
}

/** Makes a demo workspace with the default rules. @param factor workspace time per real time */
export async function createWorkspace(db: Db, factor: number): Promise<string> {
  const { id } = await db.client.workspace.create({ data: { name: 'Stack', kind: 'demo', clockFactor: factor } });
  await db.client.scoreRule.createMany({
    data: DEFAULT_SCORE_RULES.map(({ name, trigger, ...rule }) => ({
      ...rule,
      workspaceId: id,
      name: { ...name },
      trigger: JSON.parse(JSON.stringify(trigger)),
    })),
  });
  return id;
}

/** Starts a worker as a process and waits until it says that it is ready. @param main its file; Tendril's own if left out */
export async function spawnWorker(environment: Readonly<Record<string, string>>, main = WORKER): Promise<WorkerProcess> {
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, ...environment, TENDRIL_SECRET: STACK_SECRET, PUBLIC_URL: 'http://tendril.example', PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ready = new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
      if (output.includes('"msg":"ready"')) resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => reject(new Error(`The worker ended with ${code} before it was ready:\n${output}`)));
  });
  await ready;
  return { pid: child.pid ?? 0, kill: () => end(child, 'SIGKILL'), stop: () => end(child, 'SIGTERM'), output: () => output };
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}
