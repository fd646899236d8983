import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { RemediableError } from '../remediable-error.ts';
import type { PostgresAccount } from './postgres-account.ts';

/** The database superuser of an embedded PostgreSQL. */
export const POSTGRES_USER = 'tendril';

/**
 * Makes the data folder of a PostgreSQL, once: UTF-8, sorted by code point, the same on every machine. It is made beside
 * its place and moved there when done, so that an interrupted first start leaves nothing half made.
 * @throws RemediableError with what initdb said
 */
export async function createCluster(options: {
  readonly initdb: string;
  readonly dataDir: string;
  readonly password: string;
  readonly account: PostgresAccount;
  readonly durable: boolean;
}): Promise<void> {
  if (existsSync(join(options.dataDir, 'PG_VERSION'))) return;
  const draft = `${options.dataDir}.new`;
  const passwordFile = `${options.dataDir}.password`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true, mode: 0o700 });
  await writeFile(passwordFile, `${options.password}\n`, { mode: 0o600 });
  options.account.own(draft);
  options.account.own(passwordFile);
  try {
    const [command, ...args] = options.account.commandLine(options.initdb, [
      `--pgdata=${draft}`,
      `--username=${POSTGRES_USER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      ...(options.durable ? [] : ['--no-sync']),
    ]);
    const result = await execa(command, args, { reject: false, ...options.account.spawnAs });
    if (result.failed)
      throw new RemediableError(`PostgreSQL's data folder ${options.dataDir} cannot be made: ${result.stderr.trim() || result.shortMessage}`);
    await rename(draft, options.dataDir);
  } finally {
    await rm(passwordFile, { force: true });
  }
}
