import pg from 'pg';
import type { PostgresServer } from './services/postgres.ts';

/**
 * Makes a database unless it is there.
 * @param name a plain identifier of ours, never a user's input
 * @returns its connection string
 */
export async function ensureDatabase(server: PostgresServer, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: server.databaseUrl('postgres') });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
  return server.databaseUrl(name);
}
