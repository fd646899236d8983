import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type MailServer, startMailServer } from '@tendril/bench/mail-server';
import type { Place } from '@tendril/bench/reference-run';
import { createWorkspace, STACK_SECRET, spawnWorker, type WorkerProcess } from '@tendril/bench/stack';
import { createDb, saveChannelSettings } from '@tendril/db';
import { migrate } from '@tendril/db/migrate';
import { createCrew, findTemporal, startPostgresServer, startTemporalServer } from '@tendril/launcher/services';
import { createRuntime } from '@tendril/runtime';
import { freePort } from './free-port.ts';
import { scratch } from './scratch.ts';

/** What can be killed. */
export type Victim = 'worker' | 'api' | 'temporal' | 'postgres';

/** A whole Tendril of processes that can be killed one by one and come back by themselves. */
export interface FragileWorld extends Place, AsyncDisposable {
  readonly mail: MailServer;
  /** Kills a process with SIGKILL and starts it again. */
  kill(victim: Victim): Promise<void>;
}

const API = fileURLToPath(new URL('../../../engine/src/main.ts', import.meta.url));

/** Starts PostgreSQL and Temporal on files of their own, the API and a worker. The mail server lives in this process. */
export async function startFragileWorld(options: { factor: number; mailSlowness: number }): Promise<FragileWorld> {
  const folder = await scratch();
  const crew = createCrew();
  const [postgresPort, temporalPort, command] = [await freePort(), await freePort(), await findTemporal()];
  const password = randomBytes(12).toString('hex');
  const servePostgres = () =>
    startPostgresServer({
      dataDir: join(folder, 'postgres'),
      port: postgresPort,
      password,
      logFile: join(folder, 'postgres.log'),
      durable: true,
      crew,
    });
  const serveTemporal = () =>
    startTemporalServer({
      command,
      port: temporalPort,
      uiPort: undefined,
      dbFile: join(folder, 't', 'temporal.db'),
      logFile: join(folder, 't.log'),
      crew,
    });
  let [postgres, temporal] = await Promise.all([servePostgres(), serveTemporal()]);
  const url = postgres.databaseUrl('tendril');
  const admin = createDb(postgres.databaseUrl('postgres'), { connections: 2 });
  await admin.client.$executeRawUnsafe('create database tendril');
  await admin.close();
  await migrate(url);
  const db = createDb(url, { connections: 5 });
  const workspaceId = await createWorkspace(db, options.factor);
  const mail = await startMailServer({ slowness: options.mailSlowness });
  const settings = { url: mail.url, from: 'Tendril <hello@tendril.example>' };
  await saveChannelSettings(db, { secret: STACK_SECRET, workspaceId, channel: 'email', settings });
  const environment = { DATABASE_URL: url, TEMPORAL_ADDRESS: temporal.address, TEMPORAL_NAMESPACE: 'default' };
  const worker = keepUp(() => spawnWorker(environment));
  const api = keepUp(() => spawnWorker({ ...environment, PORT: '0' }, API));
  await Promise.all([worker.up(), api.up()]);
  return {
    db,
    workspaceId,
    mail,
    runtime: createRuntime({ db, clock: { now: Date.now } }),
    kill: async (victim) => {
      if (victim === 'worker' || victim === 'api') return (victim === 'worker' ? worker : api).kill();
      const server = victim === 'temporal' ? temporal : postgres;
      process.kill(server.process.pid, 'SIGKILL');
      await server.process.ended;
      if (victim === 'temporal') temporal = await patiently(serveTemporal);
      else postgres = await patiently(servePostgres);
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all([worker.stop(), api.stop()]);
      await db.close().catch(() => undefined);
      await mail.stop();
      await crew.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Tries until it succeeds, as an operator's supervisor would, for a minute at most. */
export async function patiently<T>(attempt: () => Promise<T>, patience = 60_000): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > end) throw error;
      await pause(300);
    }
  }
}

/** A process that is started again whenever it ends, as a supervisor does. */
function keepUp(start: () => Promise<WorkerProcess>) {
  let current: WorkerProcess | undefined;
  let stopped = false;
  let starting: Promise<void> = Promise.resolve();
  const up = (): Promise<void> => {
    starting = patiently(async () => {
      if (!stopped) current = await start();
    });
    return starting;
  };
  const watch = setInterval(() => {
    if (current !== undefined && !isAlive(current.pid)) {
      current = undefined;
      void up().catch(() => undefined);
    }
  }, 500);
  return {
    up,
    kill: async () => current?.kill(),
    stop: async () => {
      stopped = true;
      clearInterval(watch);
      await starting.catch(() => undefined);
      await current?.stop();
    },
  };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
