import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { lock } from 'proper-lockfile';
import { isAlive } from './processes/is-alive.ts';
import { RemediableError } from './remediable-error.ts';
import { waitUntil } from './wait-until.ts';

/** The folder that holds everything embedded: data, ports, secrets, logs. Held by one launcher at a time. */
export interface Home extends AsyncDisposable {
  readonly folder: string;
  /** A path inside the home. */
  path(...parts: readonly string[]): string;
  /** Notes who cleans up after this launcher if it is killed, so that the next one waits for that. */
  noteGuard(pid: number | undefined): Promise<void>;
  /** Lets another launcher have the home. */
  release(): Promise<void>;
}

/** What a home consists of; a reset removes exactly this, so that a home in the wrong place costs nobody a file. */
const CONTENTS = ['postgres', 'postgres.new', 'temporal', 'mail', 'wecom-stand-in.json', 'logs', 'ports.json', 'secrets.json'] as const;

/**
 * Where the home is: TENDRIL_HOME, or `.tendril` in the checkout.
 * @param env the environment
 * @param repository the checkout; a relative TENDRIL_HOME is meant from the folder one stands in
 */
export function homeFolder(env: NodeJS.ProcessEnv, repository: string): string {
  const chosen = env['TENDRIL_HOME'];
  return chosen === undefined || chosen === '' ? join(repository, '.tendril') : resolve(chosen);
}

/** How long the clean-up after a killed launcher may take, in milliseconds. */
const CLEAN_UP_MS = 20_000;

/**
 * Takes hold of a home, making its folder if need be. The hold of a launcher that was killed is void as soon as what it had
 * started is gone.
 * @throws RemediableError when another launcher holds it, or the folder cannot be made
 */
export async function openHome(folder: string): Promise<Home> {
  await mkdir(folder, { recursive: true }).catch((error: Error) => {
    throw new RemediableError(`The folder ${folder} cannot be made (${error.message}): set TENDRIL_HOME to one you may write to.`);
  });
  const lockFolder = join(folder, 'launcher.lock');
  const ownerFile = join(folder, 'launcher.pid');
  const guardFile = join(folder, 'guard.pid');
  // A sleeping laptop may look like a lost lock; the owner's id decides below, so there is nothing to do then.
  const take = () => lock(folder, { lockfilePath: lockFolder, onCompromised: () => undefined });
  const unlock = await take().catch(async () => {
    const owner = Number(await readFile(ownerFile, 'utf8').catch(() => ''));
    if (owner > 0 && isAlive(owner)) throw inUse(folder, owner);
    await rm(lockFolder, { recursive: true, force: true });
    return take().catch(() => {
      throw inUse(folder, owner);
    });
  });
  await guardGone(guardFile);
  await writeFile(ownerFile, String(process.pid));
  const release = async (): Promise<void> => {
    await Promise.all([rm(ownerFile, { force: true }), rm(guardFile, { force: true })]);
    await unlock().catch(() => undefined);
  };
  return {
    folder,
    path: (...parts) => join(folder, ...parts),
    noteGuard: (pid) => writeFile(guardFile, String(pid ?? '')),
    release,
    [Symbol.asyncDispose]: release,
  };
}

/** Waits until the clean-up after the launcher before is done; it is long done unless that one was killed a moment ago. */
async function guardGone(guardFile: string): Promise<void> {
  const guard = Number(await readFile(guardFile, 'utf8').catch(() => ''));
  if (guard > 0) await waitUntil(() => !isAlive(guard), { timeoutMs: CLEAN_UP_MS });
}

/** Removes the data, ports, secrets and logs of a home, and nothing else that may lie in the folder. */
export async function emptyHome(home: Home): Promise<void> {
  await Promise.all(CONTENTS.map((name) => rm(home.path(name), { recursive: true, force: true })));
}

function inUse(folder: string, owner: number): RemediableError {
  return new RemediableError(
    `Tendril already runs in ${folder} (process ${owner}): stop it there with Ctrl+C, or set TENDRIL_HOME to another folder to run a second copy.`,
  );
}
