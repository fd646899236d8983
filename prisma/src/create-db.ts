import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from './generated/client.ts';

/** An open database: the Prisma client, the pool below it (for LISTEN and hot queries), and the way to close both. */
export interface Db {
  readonly client: PrismaClient;
  readonly pool: pg.Pool;
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Opens the database. Sessions speak UTC.
 * @param url PostgreSQL connection string
 * @param options.connections most connections to hold open (default 10)
 */
export function createDb(url: string, options: { readonly connections?: number } = {}): Db {
  const pool = new pg.Pool({ connectionString: url, max: options.connections ?? 10, options: '-c timezone=UTC' });
  // An idle connection that the server closes must not end the process; the next query opens a new one.
  pool.on('error', () => undefined);
  const client = new PrismaClient({ adapter: new PrismaPg(pool) });
  const close = async (): Promise<void> => {
    await client.$disconnect();
    if (!pool.ended) await pool.end();
  };
  return { client, pool, close, [Symbol.asyncDispose]: close };
}
