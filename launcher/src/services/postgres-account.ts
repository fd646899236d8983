import { chownSync, existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { execa } from 'execa';
import { RemediableError } from '../remediable-error.ts';

/** The account that PostgreSQL runs under, and how a program is started under it. */
export interface PostgresAccount {
  /** Set when the program is to be started with another user id than our own. */
  readonly spawnAs: { readonly uid: number; readonly gid: number } | undefined;
  /** The command line that starts a program under the account. */
  commandLine(command: string, args: readonly string[]): readonly [command: string, ...args: string[]];
  /** Makes the account the owner of a file or folder. */
  own(path: string): void;
}

const ourselves: PostgresAccount = {
  spawnAs: undefined,
  commandLine: (command, args) => [command, ...args],
  own: () => undefined,
};

/**
 * PostgreSQL refuses to run as root, so root hands it to the account `postgres`, which is made where it is missing.
 * @param paths files and folders that the account must be able to reach
 * @throws RemediableError when root cannot hand over
 */
export async function postgresAccount(paths: readonly string[]): Promise<PostgresAccount> {
  if (process.getuid?.() !== 0) return ourselves;
  const ids = (await accountIds()) ?? (await createAccount());
  const own = (path: string): void => chownSync(path, ids.uid, ids.gid);
  const closed = paths.map(firstClosedFolder).find((folder) => folder !== undefined);
  if (closed === undefined) return { spawnAs: ids, commandLine: (command, args) => [command, ...args], own };
  return { spawnAs: undefined, commandLine: await throughClosedFolders(ids, closed), own };
}

async function accountIds(): Promise<{ uid: number; gid: number } | undefined> {
  const [uid, gid] = await Promise.all([execa('id', ['-u', 'postgres'], { reject: false }), execa('id', ['-g', 'postgres'], { reject: false })]);
  if (uid.failed || gid.failed) return undefined;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

async function createAccount(): Promise<{ uid: number; gid: number }> {
  await execa('groupadd', ['--system', 'postgres'], { reject: false });
  await execa('useradd', ['--system', '--gid', 'postgres', '--no-create-home', 'postgres'], { reject: false });
  const ids = await accountIds();
  if (ids !== undefined) return ids;
  throw new RemediableError(
    'PostgreSQL refuses to run as root and an account "postgres" cannot be made here: start Tendril as an ordinary user, or set DATABASE_URL to a PostgreSQL 18 of your own.',
  );
}

/** The outermost folder on the way to a path that strangers may not enter, such as root's home or a private temporary folder. */
function firstClosedFolder(path: string): string | undefined {
  let closed: string | undefined;
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    const ENTER_BY_ANYBODY = 0o001;
    if (existsSync(folder) && (statSync(folder).mode & ENTER_BY_ANYBODY) === 0) closed = folder;
    if (folder === dirname(folder)) return closed;
  }
}

/** Keeps one of root's rights, to pass through folders, and gives up all others. */
async function throughClosedFolders(ids: { uid: number; gid: number }, closed: string): Promise<PostgresAccount['commandLine']> {
  const keeping = [
    `--reuid=${ids.uid}`,
    `--regid=${ids.gid}`,
    '--clear-groups',
    // PostgreSQL asks access(2), which drops the kept right for anybody but root unless told otherwise.
    '--securebits=+no_setuid_fixup',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
  ];
  const works = await execa('setpriv', [...keeping, 'true'], { reject: false });
  if (works.failed) {
    throw new RemediableError(
      `PostgreSQL refuses to run as root, and the account "postgres" may not enter ${closed}: run "chmod o+x ${closed}", move the checkout and TENDRIL_HOME elsewhere, or start Tendril as an ordinary user.`,
    );
  }
  return (command, args) => ['setpriv', ...keeping, '--', command, ...args];
}
