import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import getPort from 'get-port';
import pg from 'pg';
import { expect, test } from 'vitest';
import { createCrew } from '../../src/processes/crew.ts';
import { isAlive } from '../../src/processes/is-alive.ts';
import { type PostgresServer, startPostgresServer } from '../../src/services/postgres.ts';
import { waitUntil } from '../../src/wait-until.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

async function start(folder: string): Promise<PostgresServer> {
  const port = await getPort();
  return startPostgresServer({
    dataDir: join(folder, 'postgres'),
    port,
    password: 'test',
    logFile: join(folder, 'postgres.log'),
    durable: false,
    crew: createCrew(),
  });
}

async function query(server: PostgresServer, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: server.databaseUrl('postgres') });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}

test('data survive a restart, and text sorts the same on every machine', async () => {
  await using folder = await temporaryFolder();
  const first = await start(folder.path);
  await query(first, "create table lead as select unnest(array['张伟', 'b', 'B']) as name");
  await first.stop();
  await using second = await start(folder.path);
  expect(await query(second, 'select name from lead order by name')).toEqual(['B', 'b', '张伟']);
});

test('after a crash the next start works, although the old pid file is still there', async () => {
  await using folder = await temporaryFolder();
  const first = await start(folder.path);
  process.kill(first.process.pid, 'SIGKILL');
  await first.process.ended;
  expect(existsSync(join(folder.path, 'postgres', 'postmaster.pid'))).toBe(true);
  await using second = await start(folder.path);
  expect(await query(second, 'select 1')).toEqual([1]);
});

test('a pid file that names a stranger does no harm to the stranger', async () => {
  await using folder = await temporaryFolder();
  await (await start(folder.path)).stop();
  await writeFile(join(folder.path, 'postgres', 'postmaster.pid'), `${process.pid}\n`);
  await using server = await start(folder.path);
  expect(await query(server, 'select 1')).toEqual([1]);
});

test('a server that was left behind is ended before a new one takes its data', async () => {
  await using folder = await temporaryFolder();
  const left = await start(folder.path);
  await using next = await start(folder.path);
  expect(await waitUntil(() => !isAlive(left.process.pid), { timeoutMs: 1_000 })).toBe(true);
  expect(await query(next, 'select 1')).toEqual([1]);
});
