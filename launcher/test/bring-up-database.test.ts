import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { migrate, migrationsFolder } from '@tendril/db/migrate';
import getPort from 'get-port';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { bringUpDatabase } from '../src/bring-up-database.ts';
import { createCrew } from '../src/processes/crew.ts';
import { type PostgresServer, startPostgresServer } from '../src/services/postgres.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: PostgresServer;

beforeAll(async () => {
  folder = await temporaryFolder();
  const place = { dataDir: join(folder.path, 'postgres'), logFile: join(folder.path, 'postgres.log'), port: await getPort() };
  server = await startPostgresServer({ ...place, password: 'test', durable: false, crew: createCrew() });
});

afterAll(async () => {
  await server.stop();
  await folder[Symbol.asyncDispose]();
});

beforeEach(async () => {
  for (const name of ['tendril', 'tendril_next', 'tendril_previous']) await query('postgres', `drop database if exists ${name} with (force)`);
});

async function query(database: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: server.databaseUrl(database) });
  await client.connect();
  return client
    .query(sql)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}

const databases = async (): Promise<unknown[]> =>
  (await query('postgres', "select datname from pg_database where datname like 'tendril%' order by 1")).map((row) => row['datname']);

/** Migrations of the test's own, applied by plain SQL and recorded as Prisma records them. */
async function ownMigrations(sqls: Readonly<Record<string, string>>): Promise<string> {
  const place = join(folder.path, `migrations-${Object.values(sqls).join('').length}`);
  for (const [name, sql] of Object.entries(sqls)) {
    await mkdir(join(place, name), { recursive: true });
    await writeFile(join(place, name, 'migration.sql'), sql);
  }
  return place;
}

test('the first start makes a migrated database, the next one leaves it alone', async () => {
  const url = await bringUpDatabase({ server, migrate, migrationsFolder });
  expect(url).toBe(server.databaseUrl('tendril'));
  await query('tendril', 'create table mark (id int)');
  const refuseToMigrate = async (): Promise<void> => {
    throw new Error('nothing is pending');
  };
  await bringUpDatabase({ server, migrate: refuseToMigrate, migrationsFolder });
  expect(await query('tendril', 'select * from mark')).toEqual([]);
  expect(await databases()).toEqual(['tendril']);
});

test('a first start that is cut short in the middle of the migrations leaves nothing in the way', async () => {
  const cutShort = async (databaseUrl: string): Promise<void> => {
    await migrate(databaseUrl);
    throw new Error('the power is gone');
  };
  await expect(bringUpDatabase({ server, migrate: cutShort, migrationsFolder })).rejects.toThrow('the power is gone');
  expect(await databases()).toEqual(['tendril_next']);
  await bringUpDatabase({ server, migrate, migrationsFolder });
  expect(await databases()).toEqual(['tendril']);
});

test('an upgrade that fails leaves the data and the old structure as they were; one that works keeps the data', async () => {
  await bringUpDatabase({ server, migrate, migrationsFolder });
  await query('tendril', "create table precious as select 'data' as kept");
  const upgrade = await ownMigrations({ '9999_later': 'alter table precious add column more int' });

  const half = async (databaseUrl: string): Promise<void> => {
    await query(databaseUrl.slice(databaseUrl.lastIndexOf('/') + 1), 'alter table precious drop column kept');
    throw new Error('failed half-way');
  };
  await expect(bringUpDatabase({ server, migrate: half, migrationsFolder: upgrade })).rejects.toThrow('failed half-way');
  expect(await query('tendril', 'select * from precious')).toEqual([{ kept: 'data' }]);

  const whole = async (databaseUrl: string): Promise<void> => {
    await query(databaseUrl.slice(databaseUrl.lastIndexOf('/') + 1), 'alter table precious add column more int');
  };
  await bringUpDatabase({ server, migrate: whole, migrationsFolder: upgrade });
  expect(await query('tendril', 'select * from precious')).toEqual([{ kept: 'data', more: null }]);
  expect(await databases()).toEqual(['tendril']);
});

test('a migration that was changed after it had been applied is named, and nothing is touched', async () => {
  await bringUpDatabase({ server, migrate, migrationsFolder });
  const changed = await ownMigrations({ '0001_init': 'select 1' });
  await expect(bringUpDatabase({ server, migrate, migrationsFolder: changed })).rejects.toThrow(/migration 0001_init was changed .* --reset/);
  expect(await databases()).toEqual(['tendril']);
});
