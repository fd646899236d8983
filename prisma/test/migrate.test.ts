import { startPostgres } from '@tendril/launcher/test-services';
import pg from 'pg';
import { expect, test } from 'vitest';
import { migrate } from '../src/migrate.ts';

async function query(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

test('a database that is up to date stays as it is', async () => {
  await using database = await startPostgres();
  expect(await migrate(database.url)).toEqual({ applied: [] });
});

test('a migration that was interrupted is tried again', async () => {
  await using database = await startPostgres();
  // What a crash in the middle leaves: the record of the beginning, and nothing of the migration itself.
  await query(
    database.url,
    'create schema kept; alter table _prisma_migrations set schema kept; drop schema public cascade; alter schema kept rename to public',
  );
  await query(database.url, 'update _prisma_migrations set finished_at = null, applied_steps_count = 0');
  expect((await migrate(database.url)).applied).toContain('0001_init');
  expect(await migrate(database.url)).toEqual({ applied: [] });
});
