import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import pg from 'pg';
import type { Crew } from '../processes/crew.ts';
import { endLeftBehind } from '../processes/end-left-behind.ts';
import type { RunningProcess } from '../processes/running-process.ts';
import { startProcess } from '../processes/start-process.ts';
import { postgresAccount } from './postgres-account.ts';
import { postgresBinaries } from './postgres-binaries.ts';
import { createCluster, POSTGRES_USER } from './postgres-cluster.ts';

/** An embedded PostgreSQL 18 that is running. */
export interface PostgresServer extends AsyncDisposable {
  readonly process: RunningProcess;
  /** Connection string of the superuser to a database of this server; it need not exist. */
  databaseUrl(name: string): string;
  stop(): Promise<void>;
}

/** What an embedded PostgreSQL needs to run. */
export interface PostgresPlan {
  /** Made on the first start. */
  readonly dataDir: string;
  readonly port: number;
  /** Of the superuser; given to a new data folder, so it must stay the same for an old one. */
  readonly password: string;
  readonly logFile: string;
  /** False gives up safety against power cuts for speed; for throw-away data only. */
  readonly durable: boolean;
  readonly crew: Crew;
}

/** "Fast" shutdown ends sessions and writes everything down; SIGTERM would wait for clients to leave. SIGQUIT ends at once. */
const SIGNALS = { stopSignal: 'SIGINT', killSignal: 'SIGQUIT' } as const;

/**
 * Starts PostgreSQL on 127.0.0.1, making its data folder first if need be.
 * @throws RemediableError when it cannot be had or does not start
 */
export async function startPostgresServer(plan: PostgresPlan): Promise<PostgresServer> {
  const binaries = await postgresBinaries();
  const account = await postgresAccount([plan.dataDir, binaries.postgres]);
  await mkdir(dirname(plan.dataDir), { recursive: true });
  await endLeftBehind({ pidFile: join(plan.dataDir, 'postmaster.pid'), mark: plan.dataDir, ...SIGNALS });
  await createCluster({ ...plan, initdb: binaries.initdb, account });

  const databaseUrl = (name: string): string => `postgresql://${POSTGRES_USER}:${plan.password}@127.0.0.1:${plan.port}/${name}`;
  const [command, ...args] = account.commandLine(binaries.postgres, ['-D', plan.dataDir, ...settings(plan)]);
  const running = await startProcess({
    name: 'PostgreSQL',
    command,
    args,
    cwd: '/',
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    ...account.spawnAs,
    logFile: plan.logFile,
    isReady: () => answers(databaseUrl('postgres')),
    ...SIGNALS,
    crew: plan.crew,
  });
  return { process: running, databaseUrl, stop: running.stop, [Symbol.asyncDispose]: running.stop };
}

function settings(plan: PostgresPlan): readonly string[] {
  const chosen = {
    listen_addresses: '127.0.0.1',
    port: String(plan.port),
    // TCP is enough; a socket file would need a folder that two accounts may write to.
    unix_socket_directories: '',
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(plan.durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
