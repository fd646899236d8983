import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { migrate } from '@tendril/db/migrate';
import getPort from 'get-port';
import pg from 'pg';
import { createCrew } from '../processes/crew.ts';
import { scratchFolder } from '../scratch-folder.ts';
import { type PostgresServer, startPostgresServer } from '../services/postgres.ts';
import { startTemporalServer } from '../services/temporal.ts';
import { findTemporal } from '../temporal-cli/find-temporal.ts';

const TEMPLATE = 'tendril_template';

/** The real services of one test run, each started when it is first asked for. */
export interface SharedServices {
  createDatabase(): Promise<{ readonly url: string; readonly name: string }>;
  dropDatabase(name: string): Promise<void>;
  temporal(): Promise<{ readonly address: string }>;
  stop(): Promise<void>;
}

/** Prepares the services of a test run in a temporary folder of their own. */
export function startSharedServices(): SharedServices {
  const crew = createCrew();
  const folder = once(() => scratchFolder('tendril-test-'));
  const postgres = once(async () => {
    const home = await folder();
    const server = await startPostgresServer({
      dataDir: join(home, 'postgres'),
      port: await getPort(),
      password: randomBytes(12).toString('hex'),
      logFile: join(home, 'postgres.log'),
      durable: false,
      crew,
    });
    return { server, admin: await prepareTemplate(server) };
  });
  const temporal = once(async () => {
    const command = await findTemporal();
    const logFile = join(await folder(), 'temporal.log');
    return startTemporalServer({ command, port: await getPort(), uiPort: undefined, dbFile: undefined, logFile, crew });
  });
  let count = 0;
  return {
    createDatabase: async () => {
      const { server, admin } = await postgres();
      count += 1;
      const name = `test_${count}`;
      await admin.query(`create database ${name} template ${TEMPLATE}`);
      return { name, url: server.databaseUrl(name) };
    },
    dropDatabase: async (name) => {
      const { admin } = await postgres();
      await admin.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
    },
    temporal: async () => ({ address: process.env['TEMPORAL_ADDRESS'] ?? (await temporal()).address }),
    stop: async () => {
      await (await postgres.started)?.admin.end();
      await crew.stop();
      const home = await folder.started;
      if (home !== undefined) await rm(home, { recursive: true, force: true });
    },
  };
}

/** Migrates one database and closes it for good: a database with sessions cannot be a template. */
async function prepareTemplate(server: PostgresServer): Promise<pg.Pool> {
  const admin = new pg.Pool({ connectionString: server.databaseUrl('postgres'), max: 4 });
  admin.on('error', () => undefined);
  await admin.query(`create database ${TEMPLATE}`);
  await migrate(server.databaseUrl(TEMPLATE));
  await admin.query(`alter database ${TEMPLATE} with allow_connections false`);
  await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [TEMPLATE]);
  return admin;
}

interface Once<T> {
  (): Promise<T>;
  /** What was started, if anything was and it went well. */
  readonly started: Promise<T | undefined>;
}

/** Starts a thing at the first call and answers the same thing ever after. */
function once<T>(start: () => Promise<T>): Once<T> {
  let running: Promise<T> | undefined;
  const call = (): Promise<T> => {
    running ??= start();
    return running;
  };
  return Object.defineProperty(call, 'started', { get: () => running?.catch(() => undefined) ?? Promise.resolve(undefined) }) as Once<T>;
}
