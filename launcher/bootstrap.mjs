/**
 * The way in: `npm start`, `npm test`, `npm run bench`. Runs on Node.js 20.19 with nothing installed, brings the
 * dependencies up to date, and hands over to the same command in TypeScript on the Node.js that came with them.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { installIfNeeded } from './install.mjs';
import { findOldNode } from './requirements.mjs';

const repository = fileURLToPath(new URL('..', import.meta.url));
const verbs = ['start', 'test', 'bench', 'pictures', 'install'];

const [verb = '', ...rest] = process.argv.slice(2);
if (!verbs.includes(verb)) fail(`Say what to do: node launcher/bootstrap.mjs ${verbs.join(' | ')}.`);

const oldNode = findOldNode(process.versions.node);
if (oldNode !== undefined) fail(oldNode);

const failure = await installIfNeeded(repository);
if (failure !== undefined) fail(failure);
if (verb === 'install') process.exit(0);

const node = join(repository, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
if (!existsSync(node)) {
  fail(
    'Node.js 24 did not come with the dependencies: allow install scripts (npm config set ignore-scripts false), delete node_modules and start again.',
  );
}
handOver();

/** Runs the TypeScript command, passes signals on to it, and ends as it ends. */
function handOver() {
  const endWithParent = pathToFileURL(join(repository, 'launcher', 'src', 'end-with-parent.ts')).href;
  const child = spawn(node, ['--import', endWithParent, join(repository, 'launcher', 'src', `${verb}.ts`), ...rest], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    // Tools that the command calls find the same Node.js first.
    env: { ...process.env, PATH: `${join(repository, 'node_modules', '.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}` },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  if (process.env.npm_lifecycle_event !== undefined) endWhenOrphaned(child);
  child.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 1));
}

/** npm passes signals on, but not its own violent end; it stands right above us, or above the shell that it used. */
function endWhenOrphaned(child) {
  const npm = () => (/^\w*sh$/.test(status(process.ppid, 'Name') ?? '') ? `${process.ppid} ${status(process.ppid, 'PPid')}` : `${process.ppid}`);
  const born = npm();
  setInterval(() => {
    if (npm() !== born) child.kill('SIGTERM');
  }, 1_000).unref();
}

/** What Linux tells of a process in a file; undefined elsewhere. */
function status(pid, field) {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8').match(new RegExp(`^${field}:\\s*(\\S+)$`, 'm'))?.[1];
  } catch {
    return undefined;
  }
}

/** Ends with one sentence. */
function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
