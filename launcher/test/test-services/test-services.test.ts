import { Socket } from 'node:net';
import { startPostgres, startTemporal } from '@tendril/launcher/test-services';
import pg from 'pg';
import { expect, test } from 'vitest';

async function query(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test('every call gives a migrated database of its own', async () => {
  await using first = await startPostgres();
  await using second = await startPostgres();

  expect(first.name).not.toBe(second.name);
  await query(first.url, 'create table mark (id int)');
  const tables = "select table_name from information_schema.tables where table_schema = 'public'";
  const names = (await query(second.url, tables)).map((row) => row['table_name']);
  expect(names).toContain('_prisma_migrations');
  expect(names).not.toContain('mark');
});

test('a disposed database is gone, even while somebody is connected', async () => {
  const database = await startPostgres();
  const client = new pg.Client({ connectionString: database.url });
  client.on('error', () => undefined);
  await client.connect();
  await database[Symbol.asyncDispose]();
  await expect(query(database.url, 'select 1')).rejects.toThrow(/does not exist/);
});

test('databases start quickly after the first', async () => {
  await using _first = await startPostgres();
  const before = performance.now();
  for (let count = 0; count < 5; count += 1) {
    await using _next = await startPostgres();
  }
  expect((performance.now() - before) / 5).toBeLessThan(1_000);
});

test('the Temporal server of the run takes connections, and is one and the same', async () => {
  await using temporal = await startTemporal();
  await using again = await startTemporal();
  expect(again.address).toBe(temporal.address);
  const [host = '', port = ''] = temporal.address.split(':');
  const socket = new Socket();
  await new Promise<void>((resolve, reject) => socket.once('error', reject).connect(Number(port), host, resolve));
  socket.destroy();
});
