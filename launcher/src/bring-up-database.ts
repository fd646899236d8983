import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { RemediableError } from './remediable-error.ts';
import type { PostgresServer } from './services/postgres.ts';

const NAME = 'tendril';
const NEXT = 'tendril_next';
const PREVIOUS = 'tendril_previous';

/** A migration as the folder holds it. */
interface Migration {
  readonly name: string;
  /** SHA-256 of its SQL, as Prisma records it. */
  readonly checksum: string;
}

/**
 * Makes the database of an embedded PostgreSQL, or brings it up to date. Pending migrations run on a copy that takes the
 * place of the old database when all went well, so a start that is cut short at any moment leaves the old one as it was.
 * Nobody may be connected to it meanwhile.
 * @param options.migrate applies pending migrations to the database of a connection string
 * @returns its connection string
 * @throws RemediableError when a migration that was applied has been changed since
 */
export async function bringUpDatabase(options: {
  readonly server: PostgresServer;
  readonly migrationsFolder: string;
  readonly migrate: (databaseUrl: string) => Promise<unknown>;
}): Promise<string> {
  const { server } = options;
  const [wanted, exists] = await Promise.all([readMigrations(options.migrationsFolder), databaseExists(server)]);
  const applied = exists ? await appliedMigrations(server.databaseUrl(NAME)) : [];
  refuseChanged(applied, wanted);
  const isPending = ({ name }: Migration): boolean => !applied.some((migration) => migration.name === name);
  if (!exists || wanted.some(isPending)) {
    await asAdmin(server, (admin) => copy(admin, exists));
    await options.migrate(server.databaseUrl(NEXT));
    await asAdmin(server, (admin) => swap(admin, exists));
  }
  return server.databaseUrl(NAME);
}

async function copy(admin: pg.Client, exists: boolean): Promise<void> {
  await admin.query(`drop database if exists ${NEXT} with (force)`);
  await admin.query(`create database ${NEXT} ${exists ? `template ${NAME}` : ''}`);
}

/** Two renames in one transaction: either both databases have their new names or none has. */
async function swap(admin: pg.Client, exists: boolean): Promise<void> {
  await admin.query(`drop database if exists ${PREVIOUS} with (force)`);
  await admin.query('begin');
  if (exists) await admin.query(`alter database ${NAME} rename to ${PREVIOUS}`);
  await admin.query(`alter database ${NEXT} rename to ${NAME}`);
  await admin.query('commit');
  await admin.query(`drop database if exists ${PREVIOUS} with (force)`);
}

async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(folder, name, 'migration.sql'));
      return { name, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

async function databaseExists(server: PostgresServer): Promise<boolean> {
  return asAdmin(server, async (admin) => (await admin.query('select 1 from pg_database where datname = $1', [NAME])).rowCount === 1);
}

async function appliedMigrations(databaseUrl: string): Promise<readonly Migration[]> {
  return connected(databaseUrl, async (client) => {
    const { rows } = await client.query<{ name: string; checksum: string }>(
      'select migration_name as name, checksum from _prisma_migrations where finished_at is not null and rolled_back_at is null',
    );
    return rows;
  });
}

function refuseChanged(applied: readonly Migration[], wanted: readonly Migration[]): void {
  const changed = wanted.find(({ name, checksum }) => applied.some((migration) => migration.name === name && migration.checksum !== checksum));
  if (changed === undefined) return;
  throw new RemediableError(
    `The migration ${changed.name} was changed after it had been applied here: take the change back and write a new migration, or begin anew with "npm start -- --reset".`,
  );
}

const asAdmin = <Result>(server: PostgresServer, work: (admin: pg.Client) => Promise<Result>): Promise<Result> =>
  connected(server.databaseUrl('postgres'), work);

async function connected<Result>(databaseUrl: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
