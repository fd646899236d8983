import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Runs `npm install` unless the dependencies are those of the last one.
 * @param {string} repository the checkout
 * @returns {Promise<string | undefined>} one sentence with the remedy when it fails
 */
export async function installIfNeeded(repository) {
  const stampFile = join(repository, 'node_modules', '.cache', 'tendril', 'install.stamp');
  const stamp = dependencyStamp(repository);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return undefined;

  const began = Date.now();
  const stopClock = showClock('Installing dependencies (only when they changed)');
  const result = await runNpm(repository, ['install', '--no-audit', '--no-fund', '--loglevel=error']);
  stopClock(result.code === 0 ? `Dependencies installed (${Math.round((Date.now() - began) / 1000)} s)` : 'Installing dependencies failed');
  if (result.code === null) {
    return 'Tendril needs npm, and there is none on PATH: install it (it comes with Node.js from https://nodejs.org; on Debian, "apt-get install npm") and start again.';
  }
  if (result.code !== 0) {
    const said = result.output.trim().split('\n').slice(-12).join('\n');
    return `${said}\nThe dependencies cannot be installed: see what npm says above, check the network and the npm registry ("npm ping"), and start again.`;
  }
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp);
  return undefined;
}

/**
 * One hash over everything that decides what npm installs: the manifests of all workspaces and the npm settings.
 * @param {string} repository the checkout
 */
export function dependencyStamp(repository) {
  const { workspaces } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
  const files = ['package.json', '.npmrc', ...workspaces.map((folder) => `${folder}/package.json`)];
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}\n`);
  for (const file of files) if (existsSync(join(repository, file))) hash.update(file).update(readFileSync(join(repository, file)));
  return hash.digest('hex');
}

/**
 * Runs npm: the one that started us, else the one on PATH.
 * @param {string} cwd
 * @param {readonly string[]} args
 * @returns {Promise<{ code: number | null, output: string }>}
 */
export function runNpm(cwd, args) {
  const own = process.env.npm_execpath;
  const [command, ...prefix] = own?.endsWith('.js') ? [process.execPath, own] : ['npm'];
  return new Promise((resolve) => {
    const child = spawn(command, [...prefix, ...args], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && command === 'npm',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ code: null, output: error.message }));
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** Shows that something is going on; a terminal gets a running clock. */
function showClock(title) {
  const began = Date.now();
  if (process.stdout.isTTY !== true) process.stdout.write(`${title} …\n`);
  const timer = setInterval(() => {
    if (process.stdout.isTTY === true) process.stdout.write(`\r${title} … ${Math.round((Date.now() - began) / 1000)} s`);
  }, 1_000);
  return (end) => {
    clearInterval(timer);
    process.stdout.write(process.stdout.isTTY === true ? `\r\x1b[2K${end}\n` : `${end}\n`);
  };
}
